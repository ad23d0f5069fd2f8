import { z } from 'zod'

// The content policy allows no eval, which zod otherwise tries for speed as soon as the first schema is made.
// So this is the first import of main.tsx.
z.config({ jitless: true })
