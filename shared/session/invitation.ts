import { z } from 'zod'
import { roomId } from './ids.ts'
import { role } from './role.ts'

/** 128 random bits, base64url: whoever knows it may knock. */
export const invitationSecret = z.string().regex(/^[A-Za-z0-9_-]{22}$/)

/** `open`: whoever has the invitation is in. `knock`: a facilitator lets each of them in by name. */
export const door = z.enum(['open', 'knock'])
export type Door = z.infer<typeof door>

/** One way into a session. Travels in the fragment of a link, which browsers send to nobody. */
export const invitation = z.object({
  v: z.literal(1),
  room: roomId,
  secret: invitationSecret,
  /** Where to knock: origins such as `http://192.168.1.5:4242` or `https://sessions.example.org`, the likeliest first. */
  servers: z.array(z.url().max(200)).min(1).max(4),
  role,
  /** The server is an engine for many (Hocuspocus), which is spoken to in another way. */
  engine: z.literal(true).optional(),
})
export type Invitation = z.infer<typeof invitation>

/** One way in, as whoever may lead knows it: the invitation, what is asked at its door, its four words and their secret. */
export const wayIn = z.object({ invitation, door, words: z.string().max(100), spoken: invitationSecret })
export type WayIn = z.infer<typeof wayIn>
