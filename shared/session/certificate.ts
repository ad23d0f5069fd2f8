import { z } from 'zod'
import { roomId } from './ids.ts'
import { role } from './role.ts'

/** Compressed P-256 point, base64url. */
export const publicKey = z.string().regex(/^[A-Za-z0-9_-]{44}$/)
/** Compact ECDSA P-256 signature over SHA-256, base64url. */
export const signature = z.string().regex(/^[A-Za-z0-9_-]{86}$/)

/** Longest name of a person, in UTF-16 units. */
export const MOST_PERSON_NAME = 60

/** So many colours tell people apart. */
export const MOST_PERSON_COLORS = 12

/** What somebody runs: a desktop app keeps a file, the others do not. */
export const PEER_KINDS = ['desktop', 'laptop', 'phone'] as const
export const peerKind = z.enum(PEER_KINDS)
export type PeerKind = z.infer<typeof peerKind>

/** Says who somebody is in one session. Signed by the room's key, or by somebody whose own certificate lets them admit. */
export const certificate = z.object({
  v: z.literal(1),
  room: roomId,
  key: publicKey,
  name: z.string().trim().min(1).max(MOST_PERSON_NAME),
  kind: peerKind,
  role,
  /** Keeps a full copy and may take over as host: pass on what guests write, and admit them as long as nobody else can. */
  host: z.boolean(),
  /** Which of the palette's colours, 0 to 11. */
  color: z
    .number()
    .int()
    .min(0)
    .max(MOST_PERSON_COLORS - 1),
  /** ms since 1970, by the clock of whoever signed. */
  at: z.number().int().min(0),
  /** Who signed: the room's key, or the key of a certificate that comes along. */
  by: publicKey,
  signature,
})
export type Certificate = z.infer<typeof certificate>

/** A certificate, and the one of whoever signed it unless that was the room itself. */
export const chain = z.tuple([certificate], certificate).check((context) => {
  if (context.value.length > 2)
    context.issues.push({ code: 'custom', message: 'too long a chain', input: context.value })
})
export type Chain = z.infer<typeof chain>
