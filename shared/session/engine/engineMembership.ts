import { z } from 'zod'
import { certificate } from '../certificate.ts'
import { roomId } from '../ids.ts'
import { invitationSecret } from '../invitation.ts'
import { charters } from './charter.ts'
import { engineSecrets } from './engineWays.ts'

/** What somebody keeps of a session in an engine to come back to it: secret, for this computer only. */
export const engineMembership = z.object({
  v: z.literal(1),
  room: roomId,
  /** Origin of the engine: `https://collab.example.org`. */
  engine: z.url().max(200),
  certificate,
  charters,
  name: z.string().max(200),
  lineage: z.string().max(64),
  /** Of the invitation by which they came. */
  secret: invitationSecret.optional(),
  /** Of all invitations, with those who know them. */
  secrets: engineSecrets.optional(),
  /** Secret key of the room: only with whoever started the session. */
  roomKey: z.string().max(64).optional(),
})
export type EngineMembership = z.infer<typeof engineMembership>
