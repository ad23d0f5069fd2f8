import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Knocker } from '../../shared/session/doorMessage.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import type { Presence } from '../../shared/session/presence.ts'
import type { Role } from '../../shared/session/role.ts'
import { createStore, type Store } from '../../shared/util/store.ts'
import type { LiveSession, Member, Safety, SessionPhase } from '../../renderer/sync/liveSession.ts'

/** 22 characters that are somebody's id. */
export const personNamed = (name: string): PersonId => name.padEnd(22, '_') as PersonId

export const memberNamed = (name: string, more: Partial<Member> = {}): Member => ({
  person: personNamed(name),
  name,
  role: 'participant',
  kind: 'laptop',
  color: 0,
  reach: 'direct',
  roundTrip: 12,
  hosting: false,
  disk: false,
  upToDate: true,
  ...more,
})

/** A session whose other side is played by hand. */
export interface FakeLive extends LiveSession {
  readonly phase: Store<SessionPhase>
  readonly role: Store<Role>
  readonly members: Store<readonly Member[]>
  readonly others: Store<ReadonlyMap<PersonId, Presence>>
  readonly safety: Store<Safety>
  readonly knocking: Store<readonly Knocker[]>
  readonly locked: Store<boolean>
  /** All that was shown of this person, merged. */
  readonly shown: { readonly [K in keyof Presence]?: Presence[K] | undefined }
  /** Calls that would have reached others, in order. */
  readonly calls: readonly (readonly unknown[])[]
  /** Somebody else does something. */
  does(person: PersonId, part: Partial<Presence>): void
  /** A facilitator brings everybody along. */
  brings(...to: Parameters<Parameters<LiveSession['onBring']>[0]>): void
}

export function createFakeLive(members: readonly Member[], me = personNamed('me')): FakeLive {
  const others = createStore<ReadonlyMap<PersonId, Presence>>(new Map())
  const bringing = new Set<Parameters<LiveSession['onBring']>[0]>()
  const calls: (readonly unknown[])[] = []
  const shown: Record<string, unknown> = {}
  const locked = createStore(false)
  const call =
    (name: string) =>
    (...given: readonly unknown[]) =>
      void calls.push([name, ...given])
  const fake: FakeLive = {
    phase: createStore<SessionPhase>({ kind: 'live' }),
    name: 'Test session',
    me,
    asks: true,
    role: createStore<Role>('facilitator'),
    members: createStore(members),
    others,
    safety: createStore<Safety>({ copies: [], lastSaved: undefined, safe: true }),
    knocking: createStore<readonly Knocker[]>([]),
    locked,
    focus: createStore<string | null>(null),
    images: createStore({ missing: 0, have: 0, of: 0 }),
    onRefused: () => () => undefined,
    onBring(listener) {
      bringing.add(listener)
      return () => bringing.delete(listener)
    },
    show: (part) => void Object.assign(shown, part),
    invitations: () => [],
    setDoor: call('setDoor'),
    admit: call('admit'),
    refuse: call('refuse'),
    setRole: call('setRole'),
    remove: call('remove'),
    lock: (next) => locked.set(next),
    rotate: async () => call('rotate')(),
    bring: call('bring'),
    setFocus: call('setFocus'),
    leave: async () => call('leave')(),
    end: async () => call('end')(),
    awareness: new Awareness(new Y.Doc()),
    shown,
    calls,
    does(person, part) {
      others.set(new Map([...others.get(), [person, { ...others.get().get(person), ...part, person }]]))
    },
    brings: (to) => bringing.forEach((listener) => listener(to)),
  }
  return fake
}
