import { z } from 'zod'

/** 256 random bits that only members know, base64url: topic and password of signalling follow from it. */
export const epochSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)
