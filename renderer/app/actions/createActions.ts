import { ACTION_IDS, type ActionId } from '../../../shared/actions/actionTable.ts'
import { assert } from '../../../shared/util/assert.ts'
import type { Dispose } from '../../../shared/util/store.ts'

/** How one action of the table works in this window. */
export interface ActionRegistration {
  readonly id: ActionId
  run(): void | Promise<void>
  /** Possible right now? Always, if left out. */
  enabled?(): boolean
  /** Switched on right now? For checkable actions. */
  checked?(): boolean
}

export interface ActionState {
  readonly enabled: boolean
  readonly checked: boolean
}

/** What can be done in this window, whatever asks for it: menu, key, toolbar or palette. */
export interface Actions {
  /** Makes actions possible, each by one place at a time. Ends with the returned dispose. */
  register(registrations: readonly ActionRegistration[]): Dispose
  /** Says that what `enabled` or `checked` look at may have changed. Cheap: looked at once per task. */
  changed(): void
  /** Does it, if it is possible right now. Returns whether it was. */
  run(id: ActionId): boolean
  /** The same object until it changes. An action that nobody registered is not enabled. */
  state(id: ActionId): ActionState
  subscribe(listener: () => void): Dispose
}

const IMPOSSIBLE: ActionState = { enabled: false, checked: false }

/** `onError` hears of actions that threw or rejected. */
export function createActions(onError: (error: unknown, id: ActionId) => void): Actions {
  const registered = new Map<ActionId, ActionRegistration>()
  const listeners = new Set<() => void>()
  const states = new Map<ActionId, ActionState>()
  let announced = true

  function announce(): void {
    announced = true
    if (!refresh()) return
    for (const listener of listeners) listener()
  }

  /** Looks at every action again; true if one differs. */
  function refresh(): boolean {
    let differs = false
    for (const id of ACTION_IDS) {
      const next = stateOf(registered.get(id))
      const last = states.get(id) ?? IMPOSSIBLE
      if (next.enabled === last.enabled && next.checked === last.checked) continue
      states.set(id, next)
      differs = true
    }
    return differs
  }

  const actions: Actions = {
    register(registrations) {
      for (const registration of registrations) {
        assert(!registered.has(registration.id), `${registration.id} to be registered once`)
        registered.set(registration.id, registration)
      }
      actions.changed()
      return () => {
        for (const registration of registrations)
          if (registered.get(registration.id) === registration) registered.delete(registration.id)
        actions.changed()
      }
    },
    changed() {
      if (!announced) return
      announced = false
      queueMicrotask(announce)
    },
    run(id) {
      const registration = registered.get(id)
      if (!registration || !stateOf(registration).enabled) return false
      void start(registration, onError)
      return true
    },
    state: (id) => states.get(id) ?? IMPOSSIBLE,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
  return actions
}

function stateOf(registration: ActionRegistration | undefined): ActionState {
  if (!registration) return IMPOSSIBLE
  return { enabled: registration.enabled?.() ?? true, checked: registration.checked?.() ?? false }
}

async function start(
  registration: ActionRegistration,
  onError: (error: unknown, id: ActionId) => void,
): Promise<void> {
  try {
    await registration.run()
  } catch (error) {
    onError(error, registration.id)
  }
}
