import { hasContent } from '../../../shared/model/workshop.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import { presence, type Presence } from '../../../shared/session/presence.ts'
import type { Member } from '../liveSession.ts'
import { areSame, membersOf } from '../live/membersOf.ts'
import { safetyOf } from '../live/safety.ts'
import type { EngineCore } from './engineCore.ts'

/** Works out what is shown of a session in an engine. */
export function showEngine(core: EngineCore): void {
  const { stores, rules } = core
  stores.role.set(rules.role())
  stores.locked.set(rules.holds.get()?.locked ?? false)
  const members = membersIn(core)
  if (!areSame(members, stores.members.get())) stores.members.set(members)
  showSafety(core, members)
  showPhase(core)
}

/** Where the others are and what they do. */
export function showOthers({ awareness, me, stores }: EngineCore): void {
  const all = [...awareness.states].flatMap(([client, state]): [PersonId, Presence][] => {
    const shown = client === awareness.clientID ? undefined : presence.safeParse(state).data
    return shown && shown.person !== me ? [[shown.person, shown]] : []
  })
  stores.others.set(new Map(all))
}

function membersIn(core: EngineCore): readonly Member[] {
  const isAway = core.lostAt !== undefined
  const facts = [...core.people.values()].map(({ member, goneAt }) => {
    const { person, role, ...certificate } = member
    const isMe = person === core.me
    const reach = isAway || goneAt !== undefined ? ('gone' as const) : ('relayed' as const)
    const has = member.kind === 'desktop' ? core.disks.covers(person) : reach !== 'gone'
    return {
      peer: { person, role, certificate },
      reach: isMe ? ('me' as const) : reach,
      roundTrip: undefined,
      upToDate: isMe || has,
    }
  })
  return membersOf(facts, undefined)
}

function showSafety(core: EngineCore, members: readonly Member[]): void {
  const { stores, options } = core
  const disks = members
    .filter(({ disk, reach }) => disk && reach !== 'gone')
    .map(({ person }): [PersonId, boolean] => [person, core.disks.covers(person)])
  const safety = safetyOf(
    disks,
    { person: core.me, hasDisk: options.persisted !== undefined },
    core.lastSaved,
  )
  if (JSON.stringify(safety) !== JSON.stringify(stores.safety.get())) stores.safety.set(safety)
}

function showPhase({ stores, options, lostAt, reached, synced }: EngineCore): void {
  const { phase } = stores
  const before = phase.get()
  if (before.kind === 'ended') return
  if (lostAt !== undefined && reached) {
    if (before.kind !== 'lost') phase.set({ kind: 'lost', since: lostAt })
  } else if (synced && hasContent(options.workshop.doc)) {
    if (before.kind !== 'live') phase.set({ kind: 'live' })
  } else if (reached && before.kind !== 'joining') phase.set({ kind: 'joining', have: 0, of: 0 })
}
