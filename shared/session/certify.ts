import { canonical } from './canonical.ts'
import { chain as chainSchema, type Certificate, type Chain } from './certificate.ts'
import { personOf, roomOf, type Identity } from './identity.ts'
import type { PersonId, RoomId } from './ids.ts'
import type { LinkPeer } from './link.ts'
import { policy as policySchema, type Policy } from './policy.ts'
import { rememberSigned } from './rememberSigned.ts'
import { may, type Role } from './role.ts'

/** Everything in a certificate that its issuer decides. */
export type Claims = Omit<Certificate, 'v' | 'by' | 'signature'>

/** Signs a certificate. Whether anybody accepts it depends on who signs: see `provenBy`. */
export function certify(issuer: Identity, claims: Claims): Certificate {
  const content = { v: 1 as const, ...claims, name: claims.name.trim(), by: issuer.key }
  return { ...content, signature: issuer.sign(canonical({ certificate: content })) }
}

/**
 * Whom a chain proves to be in this room under this policy; nothing if it proves nobody. The room's own key may say
 * anything; a facilitator may admit anybody; a host that is no facilitator may admit participants and viewers who
 * are no hosts. Certificates of those who were removed prove nothing, and neither does what they signed.
 */
export function provenBy(given: unknown, room: RoomId, policy: Policy | undefined): LinkPeer | undefined {
  const parsed = chainSchema.safeParse(given)
  if (!parsed.success) return undefined
  const [first, issuer] = parsed.data
  if (!isGenuine(first, room) || (issuer && !isGenuine(issuer, room))) return undefined
  if (roomOf(first.by) === room) return peerOf(first, policy)
  if (!issuer || first.by !== issuer.key || roomOf(issuer.by) !== room) return undefined
  const admitting = peerOf(issuer, policy)
  if (!admitting || !mayAdmit(admitting, first)) return undefined
  return peerOf(first, policy)
}

function mayAdmit({ role, certificate }: LinkPeer, admitted: Certificate): boolean {
  if (may(role, 'lead')) return true
  return certificate.host && admitted.role !== 'facilitator' && !admitted.host
}

function isGenuine({ signature, ...content }: Certificate, room: RoomId): boolean {
  return content.room === room && rememberSigned(content.by, canonical({ certificate: content }), signature)
}

function peerOf(certificate: Certificate, policy: Policy | undefined): LinkPeer | undefined {
  const person = personOf(certificate.key)
  if (policy?.removed.includes(person)) return undefined
  return { person, certificate, role: roleUnder(policy, person, certificate.role) }
}

/** The role that holds now: a policy may have changed what the certificate says. */
export const roleUnder = (policy: Policy | undefined, person: PersonId, certified: Role): Role =>
  policy?.roles.find(([who]) => who === person)?.[1] ?? certified

export function signPolicy(issuer: Identity, content: Omit<Policy, 'v' | 'by' | 'signature'>): Policy {
  const whole = { v: 1 as const, ...content, by: issuer.key }
  return { ...whole, signature: issuer.sign(canonical({ policy: whole })) }
}

/**
 * The policy if it is one of this room, signed by the room's key or by a facilitator among `signers`, none of whom it
 * or `now` removes.
 */
export function validPolicy(
  given: unknown,
  room: RoomId,
  signers: readonly Chain[],
  now: Policy | undefined,
): Policy | undefined {
  const parsed = policySchema.safeParse(given)
  if (!parsed.success || parsed.data.room !== room) return undefined
  const { signature, ...content } = parsed.data
  if (!rememberSigned(content.by, canonical({ policy: content }), signature)) return undefined
  if (roomOf(content.by) === room) return parsed.data
  const signer = signers
    .map((each) => provenBy(each, room, now))
    .find((each) => each?.certificate.key === content.by)
  return signer && may(signer.role, 'lead') ? parsed.data : undefined
}

/** The one of two policies that holds; all peers come to the same. */
export function laterPolicy(a: Policy | undefined, b: Policy): Policy {
  if (!a || b.seq > a.seq) return b
  return b.seq === a.seq && b.signature > a.signature ? b : a
}
