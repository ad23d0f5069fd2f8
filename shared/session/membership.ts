import { z } from 'zod'
import { chain } from './certificate.ts'
import { epochSecret } from './epochSecret.ts'
import { roomId } from './ids.ts'
import { wayIn } from './invitation.ts'
import { policy } from './policy.ts'

/** What somebody keeps of a session to come back without being asked again: secret, for this computer only. */
export const membership = z.object({
  v: z.literal(1),
  room: roomId,
  chain,
  policy,
  /** Whoever signed the policy, unless that was the room's key. */
  signer: chain.optional(),
  secret: epochSecret,
  /** Origins where the session may be found, the likeliest first. */
  servers: z.array(z.url().max(200)).max(12),
  name: z.string().max(200),
  lineage: z.string().max(64),
  /** Secret key of the room: only with whoever started the session. */
  roomKey: z.string().max(64).optional(),
  /** The ways in: only with those who may be host. */
  ways: z.array(wayIn).max(12),
  /** The last term that was known. */
  term: z.number().int().min(0),
})
export type Membership = z.infer<typeof membership>
