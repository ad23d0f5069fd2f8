import type { Certificate, Chain, PeerKind } from '../../shared/session/certificate.ts'
import { certify, signPolicy, type Claims } from '../../shared/session/certify.ts'
import { identityOf, newSecretKey, roomOf, type Identity } from '../../shared/session/identity.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import type { Policy } from '../../shared/session/policy.ts'
import type { Role } from '../../shared/session/role.ts'

/** Somebody with what they need to be let in. */
export interface Person {
  readonly identity: Identity
  readonly chain: Chain
}

export interface TestRoom {
  readonly room: RoomId
  /** The room's own key. */
  readonly key: Identity
  /** Somebody whom the room's key lets in. */
  person(role: Role, claims?: Partial<Claims>): Person
  /** Somebody whom a member lets in. */
  admittedBy(member: Person, role: Role, claims?: Partial<Claims>): Person
  policy(content?: Partial<Omit<Policy, 'v' | 'room' | 'by' | 'signature'>>, by?: Identity): Policy
}

/** A session's room, with a key that nobody else has. */
export function testRoom(): TestRoom {
  const key = identityOf(newSecretKey())
  const room = roomOf(key.key)
  const admit = (issuer: Identity, role: Role, claims?: Partial<Claims>): [Identity, Certificate] => {
    const identity = identityOf(newSecretKey())
    return [identity, certify(issuer, { ...claimsOf(room, identity, role), ...claims })]
  }
  return {
    room,
    key,
    person(role, claims) {
      const [identity, certificate] = admit(key, role, claims)
      return { identity, chain: [certificate] }
    },
    admittedBy(member, role, claims) {
      const [identity, certificate] = admit(member.identity, role, claims)
      return { identity, chain: [certificate, member.chain[0]] }
    },
    policy: (content, by = key) =>
      signPolicy(by, { room, seq: 0, epoch: 0, locked: false, removed: [], roles: [], ...content }),
  }
}

const claimsOf = (room: RoomId, { key }: Identity, role: Role): Claims => ({
  room,
  key,
  name: 'Ana',
  kind: 'laptop' satisfies PeerKind,
  role,
  host: false,
  color: 0,
  at: 0,
})
