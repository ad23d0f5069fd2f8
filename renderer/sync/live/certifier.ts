import type { Certificate, Chain } from '../../../shared/session/certificate.ts'
import { certify, type Claims } from '../../../shared/session/certify.ts'
import type { Knock } from '../../../shared/session/doorMessage.ts'
import { roomOf, type Identity } from '../../../shared/session/identity.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import { may, type Role } from '../../../shared/session/role.ts'

/** As many as there are in the palette. */
const COLORS = 12

export interface CertifierOptions {
  readonly room: RoomId
  /** The room's own key: with whoever started the session. */
  readonly roomIdentity: Identity | undefined
  readonly identity: Identity
  readonly chain: Chain
  /** ms since 1970. */
  readonly date: () => number
  /** Of those who are here. */
  readonly certificates: () => readonly Certificate[]
}

/** Signs people in. Nothing where whoever is here may not admit this one: see `provenBy`. */
export function certifier(options: CertifierOptions): (knock: Knock, role: Role) => Chain | undefined {
  const { room, roomIdentity, identity, chain, date } = options
  /** Those who were signed in last may not be here yet. */
  const given = new Map<string, number>()
  function colorFor(key: string): number {
    const colors = new Map([
      ...given,
      ...options.certificates().map((each) => [each.key, each.color] as const),
    ])
    const color = colors.get(key) ?? freeColor([...colors.values()])
    given.delete(key)
    given.set(key, color)
    for (const oldest of given.keys()) if (given.size > COLORS) given.delete(oldest)
    return color
  }
  return ({ key, name, peer }, role) => {
    const claims = { room, key, name, kind: peer, role, at: date(), color: colorFor(key) }
    // Whoever only looks on has nothing to lend to guests.
    const mayHost = peer === 'desktop' && may(role, 'add')
    if (roomIdentity) return [certify(roomIdentity, { ...claims, host: mayHost })]
    if (roomOf(chain[0].by) !== room) return undefined
    const leads = may(chain[0].role, 'lead')
    if (!leads && role === 'facilitator') return undefined
    return [certify(identity, { ...claims, host: leads && mayHost }), chain[0]]
  }
}

/** The certificate of whoever starts a session, by its room. */
export const certifyFirst = (
  roomIdentity: Identity,
  claims: Omit<Claims, 'room' | 'host' | 'role'>,
): Chain => [
  certify(roomIdentity, { ...claims, room: roomOf(roomIdentity.key), role: 'facilitator', host: true }),
]

/** The one that fewest have. */
function freeColor(taken: readonly number[]): number {
  const counts = Array.from({ length: COLORS }, (_, color) => taken.filter((each) => each === color).length)
  return counts.indexOf(Math.min(...counts))
}
