import type { PersonId } from '../../../shared/session/ids.ts'
import { may } from '../../../shared/session/role.ts'
import type { SessionPhase } from '../liveSession.ts'
import type { SessionCore } from './core.ts'
import { areSame, membersOf, type MemberFacts } from './membersOf.ts'
import { safetyOf } from './safety.ts'

/** The host may be silent for so long before it is said, ms. */
const LOST_MS = 5000

/** Works out what is shown of a session. */
export function showSession(core: SessionCore): void {
  const { stores } = core.options
  stores.role.set(core.role)
  stores.locked.set(core.rules.signed.get().policy.locked)
  const members = membersOf(factsOf(core), core.hosting.host)
  if (!areSame(members, stores.members.get())) stores.members.set(members)
  showKnocking(core)
  showSafety(core)
  const phase = phaseOf(core)
  if (JSON.stringify(phase) !== JSON.stringify(stores.phase.get())) stores.phase.set(phase)
}

function factsOf(core: SessionCore): MemberFacts[] {
  const me = core.peerOf(core.me)
  const others = core.roster.all().map(({ peer, reach }): MemberFacts => {
    const lines = core.peers.to(peer.person)
    const roundTrip = lines.map(({ link }) => link.roundTrip()).find((each) => each !== undefined)
    const has = lines.some(({ content }) => content?.doc.hasMine() === true)
    const isDisk = peer.certificate.kind === 'desktop'
    return { peer, reach, roundTrip, upToDate: isDisk ? core.disks.covers(peer.person) : has }
  })
  return me ? [{ peer: me, reach: 'me', roundTrip: undefined, upToDate: true }, ...others] : others
}

function showKnocking(core: SessionCore): void {
  const { knocking } = core.options.stores
  if (!may(core.role, 'lead')) {
    if (knocking.get().length > 0) knocking.set([])
  } else if (core.hosting.isMine()) knocking.set(core.door.waiting.get())
}

/** Where the newest edits are: said at once, whatever is shown of people. */
export function showSafety(core: SessionCore): void {
  const { stores, persisted } = core.options
  const disks = stores.members
    .get()
    .filter(({ disk, reach }) => disk && reach !== 'gone')
    .map(({ person }): [PersonId, boolean] => [person, core.disks.covers(person)])
  // What keeps no file has its images in its window only.
  const whole = persisted !== undefined || core.imageSync.hasMine() ? disks : []
  const next = safetyOf(whole, { person: core.me, hasDisk: persisted !== undefined }, core.lastSaved)
  if (JSON.stringify(next) !== JSON.stringify(stores.safety.get())) stores.safety.set(next)
}

function phaseOf(core: SessionCore): SessionPhase {
  const { clock, date, stores } = { ...core.options.surroundings, stores: core.options.stores }
  const silent = clock.now() - core.connectedAt
  const isAlone = !core.hosting.isMine() && core.peers.all().length === 0
  const before = stores.phase.get()
  if (before.kind === 'ended') return before
  if (isAlone && (silent > LOST_MS || before.kind === 'lost'))
    return before.kind === 'lost' ? before : { kind: 'lost', since: date() - Math.round(silent) }
  // Whoever comes back is not in before somebody is there.
  if (isAlone && before.kind === 'starting') return before
  if (core.docSync.complete.get()) return { kind: 'live' }
  const progress = core.docSync.progress.get()
  return { kind: 'joining', have: progress?.have ?? 0, of: progress?.of ?? 0 }
}
