import type { UpdateKind } from '../../../shared/session/gate/gate.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import { may } from '../../../shared/session/role.ts'
import type { SessionCore } from './core.ts'

/** Whoever was not heard of for so long is not here, ms. */
const SILENT_MS = 3000

/**
 * Whose word counts as a facilitator's. Whoever keeps no file takes everything from the host, who has judged it, and passes nothing
 * on. On a desktop the first answer of a host is taken for what it is, also by somebody who comes back: what they had not
 * saved when their computer died is there. After that, and as long as a facilitator is here, everybody's word is judged by
 * their role; once none is, those who may be host keep each other's copies complete.
 */
export function trusts(core: SessionCore, { person, certificate }: LinkPeer, kind: UpdateKind): boolean {
  const isHost = person === core.hosting.host
  if (core.options.kind !== 'desktop') return isHost
  if (kind === 'live') return false
  if (isHost && !core.isCaughtUp()) return true
  return certificate.host && !leaderIsHere(core)
}

/**
 * Who may answer with what others wrote, judged as theirs: the host, who let them in, and once no facilitator is here whoever may
 * be host. As long as one is, nobody else needs to be believed about others.
 */
export const vouches = (core: SessionCore, { person, certificate }: LinkPeer): boolean =>
  certificate.host && (person === core.hosting.host || !leaderIsHere(core))

function leaderIsHere(core: SessionCore): boolean {
  if (may(core.role, 'lead')) return true
  const since = core.options.surroundings.clock.now() - SILENT_MS
  return core.roster.all().some(({ peer, reach }) => {
    if (reach === 'gone' || !may(peer.role, 'lead')) return false
    return (core.peers.heardAt(peer.person) ?? Infinity) > since
  })
}
