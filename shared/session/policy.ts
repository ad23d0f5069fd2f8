import { z } from 'zod'
import { publicKey, signature } from './certificate.ts'
import { personId, roomId } from './ids.ts'
import { role } from './role.ts'

/** Most people that one session knows, here or gone. */
export const MOST_PEOPLE = 1000

/**
 * What holds for a whole session, signed by a facilitator. Of two, the one with the larger `seq` counts (of equal ones the
 * one with the larger signature), so that all peers end with the same.
 */
export const policy = z.object({
  v: z.literal(1),
  room: roomId,
  seq: z.number().int().min(0),
  /** Counts up whenever the secret was replaced. */
  epoch: z.number().int().min(0),
  /** Nobody new comes in. */
  locked: z.boolean(),
  /** Not let in again and not listened to. */
  removed: z.array(personId).max(MOST_PEOPLE),
  /** Roles that were changed since a certificate was signed. */
  roles: z.array(z.tuple([personId, role])).max(MOST_PEOPLE),
  by: publicKey,
  signature,
})
export type Policy = z.infer<typeof policy>
