import type { Knocker } from '../../../shared/session/doorMessage.ts'
import type { Role } from '../../../shared/session/role.ts'
import { createStore, type Dispose, type Store } from '../../../shared/util/store.ts'
import type { LiveSession, Member, Safety, SessionPhase } from '../liveSession.ts'

type Bring = Parameters<Parameters<LiveSession['onBring']>[0]>[0]

/** What a session shows, from the moment that it is asked for. */
export interface SessionStores {
  readonly phase: Store<SessionPhase>
  readonly role: Store<Role>
  readonly members: Store<readonly Member[]>
  readonly others: LiveSession['others']
  readonly safety: Store<Safety>
  readonly knocking: Store<readonly Knocker[]>
  readonly locked: Store<boolean>
  readonly focus: Store<string | null>
  readonly images: LiveSession['images']
  readonly refused: Listeners<void>
  readonly brought: Listeners<Bring>
}

export const createSessionStores = (role: Role): SessionStores => ({
  phase: createStore<SessionPhase>({ kind: 'starting' }),
  role: createStore(role),
  members: createStore<readonly Member[]>([]),
  others: createStore(new Map()),
  safety: createStore<Safety>({ copies: [], lastSaved: undefined, safe: false }),
  knocking: createStore<readonly Knocker[]>([]),
  locked: createStore(false),
  focus: createStore<string | null>(null),
  images: createStore({ missing: 0, have: 0, of: 0 }),
  refused: createListeners(),
  brought: createListeners(),
})

export interface Listeners<T> {
  add(listener: (value: T) => void): Dispose
  call(value: T): void
}

function createListeners<T>(): Listeners<T> {
  const all = new Set<(value: T) => void>()
  return {
    add(listener) {
      all.add(listener)
      return () => all.delete(listener)
    },
    call(value) {
      for (const listener of all) listener(value)
    },
  }
}

/** Keeps `to` at what `from` is. Returns how to stop. */
export function follow<T>(from: Store<T>, to: Store<T>): Dispose {
  to.set(from.get())
  return from.subscribe(() => to.set(from.get()))
}
