import type { Certificate } from '../../../shared/session/certificate.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import type { Member, Reach } from '../liveSession.ts'

export interface MemberFacts {
  readonly peer: Pick<LinkPeer, 'person' | 'role'> & {
    readonly certificate: Pick<Certificate, 'name' | 'kind' | 'color'>
  }
  readonly reach: Reach
  readonly roundTrip: number | undefined
  readonly upToDate: boolean
}

/** Everybody as they are shown: this person first, then by name. */
export function membersOf(facts: readonly MemberFacts[], host: PersonId | undefined): readonly Member[] {
  return facts
    .map(({ peer, reach, roundTrip, upToDate }) => ({
      person: peer.person,
      name: peer.certificate.name,
      role: peer.role,
      kind: peer.certificate.kind,
      color: peer.certificate.color,
      reach,
      roundTrip: roundTrip === undefined ? undefined : Math.round(roundTrip),
      hosting: peer.person === host,
      disk: peer.certificate.kind === 'desktop',
      upToDate,
    }))
    .toSorted(inOrder)
}

const inOrder = (a: Member, b: Member): number =>
  Number(b.reach === 'me') - Number(a.reach === 'me') ||
  a.name.localeCompare(b.name) ||
  (a.person < b.person ? -1 : 1)

/** Would the two be shown alike? Times that differ a little are not worth a new list. */
export const areSame = (a: readonly Member[], b: readonly Member[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b)
