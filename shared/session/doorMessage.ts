import { z } from 'zod'
import { chain, MOST_PERSON_NAME, peerKind, publicKey } from './certificate.ts'
import { epochSecret } from './epochSecret.ts'
import { personId, roomId } from './ids.ts'
import { policy } from './policy.ts'
import { role } from './role.ts'

/*
 * At the door: the first packets of a guest's pipe, before the link. Each is sealed (XChaCha20-Poly1305, random nonce) with a
 * key that follows from the invitation's secret, or for members who come back from the epoch secret (HKDF-SHA256, info
 * `throughline door`), so that whoever has neither can neither knock nor be lied to. The host knows which by the token that
 * the guest showed to the server; and `admitted` is sealed to the knocker's own key besides (ECDH P-256 with a fresh key).
 * The challenge is in the clear: there is nothing to it. All else is worth something only with it. A packet is `DOOR` and
 * the sealed JSON: see `doorSeal.ts`. The first packet of a link is told from it by its first byte.
 */
export const DOOR = 0xd0

/** Longest packet at the door, bytes. */
export const MOST_DOOR_BYTES = 48 * 1024

/** From the one who wants in. `proof` is signed with `key` over the host's `challenge` and all of this. */
export const knock = z.object({
  kind: z.literal('knock'),
  room: roomId,
  key: publicKey,
  name: z.string().trim().min(1).max(MOST_PERSON_NAME),
  peer: peerKind,
  /** A certificate of an earlier visit: valid ones are let in without asking. */
  chain: chain.optional(),
  challenge: z.string().max(64),
  proof: z.string().max(128),
})
export type Knock = z.infer<typeof knock>

/** What the host says. First of all `challenge`, then whatever comes of the knock. */
export const doorAnswer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('challenge'), challenge: z.string().max(64) }),
  /** Heard; a facilitator has been asked. */
  z.object({ kind: z.literal('waiting') }),
  z.object({
    kind: z.literal('admitted'),
    chain,
    policy,
    secret: epochSecret,
    /** Whoever signed the policy, unless that was the room's key. */
    signer: chain.optional(),
    /** What the session and the workshop are called. */
    name: z.string().max(200),
    /** Which workshop it is: a file of another lineage must not be joined with it. */
    lineage: z.string().max(64),
    /** Origins of all servers where the session may be found if its host is gone, the present one first. */
    servers: z.array(z.url().max(200)).max(12),
  }),
  /**
   * `locked`: nobody new. `removed`: not you again. `refused`: the facilitator said no. `full`: no more places. `not-host`:
   * the session is elsewhere now, at `servers` if that is known.
   */
  z.object({
    kind: z.literal('refused'),
    why: z.enum(['locked', 'removed', 'refused', 'full', 'old-invitation', 'not-host']),
    servers: z.array(z.url().max(200)).max(12).optional(),
  }),
])
export type DoorAnswer = z.infer<typeof doorAnswer>

/** Somebody who waits at the door, as the facilitator sees them. */
export const knocker = z.object({ person: personId, name: z.string(), peer: peerKind, wants: role })
export type Knocker = z.infer<typeof knocker>
