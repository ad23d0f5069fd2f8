import { z } from 'zod'
import { canonical } from '../canonical.ts'
import { certificate, publicKey, signature, type Certificate } from '../certificate.ts'
import { personOf, roomOf, type Identity } from '../identity.ts'
import { personId, roomId, type PersonId, type RoomId } from '../ids.ts'
import { MOST_PEOPLE } from '../policy.ts'
import { rememberSigned } from '../rememberSigned.ts'
import { role, type Role } from '../role.ts'

/**
 * What holds in a session that runs through an engine, signed by the room's key or by a facilitator. Of two, the one with the
 * larger `seq` counts (of equal ones the one with the larger signature).
 */
export const charter = z.object({
  v: z.literal(1),
  room: roomId,
  seq: z.number().int().min(0),
  /** What the session is called. */
  name: z.string().max(200),
  lineage: z.string().max(64),
  /** Of each role the key that its present invitation stands for: whoever has the invitation signs themselves in with it. */
  doors: z.object({ facilitator: publicKey, participant: publicKey, viewer: publicKey }),
  /** The secrets of all invitations, sealed for those who have the facilitators'. */
  ways: z.string().max(1000),
  /** Nobody comes in but those in `roles`. */
  locked: z.boolean(),
  /** The session has ended. */
  over: z.boolean(),
  removed: z.array(personId).max(MOST_PEOPLE),
  /** Roles of people who keep their place whatever becomes of the invitation by which they came. */
  roles: z.array(z.tuple([personId, role])).max(MOST_PEOPLE),
  by: publicKey,
  signature,
})
export type Charter = z.infer<typeof charter>

/** `signer`: the certificate of whoever signed, unless that was the room's key. */
export const signedCharter = z.object({ charter, signer: certificate.optional() })
export type SignedCharter = z.infer<typeof signedCharter>

/** A charter and, where that was not signed by the room, the last one which was: enough to open the room anywhere. */
export const charters = z.array(signedCharter).min(1).max(2)

export function signCharter(
  issuer: Identity,
  content: Omit<Charter, 'v' | 'by' | 'signature'>,
  signer?: Certificate,
): SignedCharter {
  const whole = { v: 1 as const, ...content, by: issuer.key }
  const signed = { ...whole, signature: issuer.sign(canonical({ charter: whole })) }
  return roomOf(issuer.key) === content.room || !signer ? { charter: signed } : { charter: signed, signer }
}

/** The charter of the two that holds, if what is `given` is genuine: signed by the room, or by whoever leads under `now`. */
export function laterCharter(
  now: Charter | undefined,
  { charter: given, signer }: SignedCharter,
  room: RoomId,
): Charter | undefined {
  const isNewer = !now || given.seq > now.seq || (given.seq === now.seq && given.signature > now.signature)
  if (given.room !== room || !isNewer) return now
  const { signature: signed, ...content } = given
  if (!rememberSigned(content.by, canonical({ charter: content }), signed)) return now
  if (roomOf(given.by) === room) return given
  if (!now || signer?.key !== given.by) return now
  const standing = standingIn(now, signer)
  return typeof standing === 'object' && standing.role === 'facilitator' ? given : now
}

/** Somebody's place in a session. */
export interface Standing {
  readonly person: PersonId
  readonly role: Role
}

/** Why somebody has none. */
export type NoStanding = 'removed' | 'ended' | 'locked' | 'old-invitation' | 'refused'

/** Whom a certificate proves to be under a charter. Whoever has an invitation has signed it themselves, with its key. */
export function standingIn(holds: Charter, given: Certificate): Standing | NoStanding {
  const { signature: signed, ...content } = given
  const person = personOf(given.key)
  if (holds.removed.includes(person)) return 'removed'
  if (holds.over) return 'ended'
  if (given.room !== holds.room) return 'refused'
  if (!rememberSigned(given.by, canonical({ certificate: content }), signed)) return 'refused'
  const named = holds.roles.find(([who]) => who === person)?.[1]
  if (roomOf(given.by) === holds.room) return { person, role: named ?? given.role }
  if (named) return { person, role: named }
  if (given.by !== holds.doors[given.role]) return 'old-invitation'
  return holds.locked ? 'locked' : { person, role: given.role }
}
