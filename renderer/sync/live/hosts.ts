import type { PersonId } from '../../../shared/session/ids.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import { may } from '../../../shared/session/role.ts'
import type { Roster, RosterEntry } from './roster.ts'

/** Somebody who may be host. */
export interface Candidate {
  readonly person: PersonId
  readonly leads: boolean
  readonly since: number
}

/** Facilitators first, then whoever came first: the same for all who know the same people. */
export const byTurn = (a: Candidate, b: Candidate): number =>
  Number(b.leads) - Number(a.leads) || a.since - b.since || (a.person < b.person ? -1 : 1)

export const candidateOf = (peer: LinkPeer): Candidate => ({
  person: peer.person,
  leads: may(peer.role, 'lead'),
  since: peer.certificate.at,
})

/** Those who may be host and are here as far as is known, in their order. */
export const hostsIn = (roster: Roster): readonly RosterEntry[] =>
  roster
    .all()
    .filter(({ peer, card }) => peer.certificate.host && may(peer.role, 'add') && card.servers.length > 0)
    .toSorted((a, b) => byTurn(candidateOf(a.peer), candidateOf(b.peer)))
