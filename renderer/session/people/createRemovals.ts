import type { PersonId } from '../../../shared/session/ids.ts'
import type { Role } from '../../../shared/session/role.ts'
import { createStore, type Store } from '../../../shared/util/store.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import type { Readable } from '../duringLive.ts'

/** So long a removal can be taken back, ms. */
export const REMOVAL_MS = 10_000

/**
 * Removes people in a way that can be taken back: whoever is to go can change nothing from that moment on, and is put out
 * once nobody has taken it back.
 */
export interface Removals {
  /** Those who are about to be removed. */
  readonly pending: Readable<ReadonlySet<PersonId>>
  /** `again`: they may come in again. */
  begin(person: PersonId, again: boolean): void
  undo(person: PersonId): void
  /** Does at once what is pending. */
  finish(): void
}

interface Removal {
  readonly role: Role
  readonly session: LiveSession
  readonly again: boolean
  readonly timer: ReturnType<typeof setTimeout>
}

export function createRemovals(live: Readable<LiveSession | null>): Removals {
  const removals = new Map<PersonId, Removal>()
  const pending: Store<ReadonlySet<PersonId>> = createStore<ReadonlySet<PersonId>>(new Set())
  const announce = () => pending.set(new Set(removals.keys()))

  function take(person: PersonId): Removal | undefined {
    const removal = removals.get(person)
    clearTimeout(removal?.timer)
    removals.delete(person)
    announce()
    return removal
  }

  function execute(person: PersonId): void {
    const removal = take(person)
    removal?.session.remove(person, { again: removal.again })
  }

  return {
    pending,
    begin(person, again) {
      const session = live.get()
      const member = session?.members.get().find((each) => each.person === person)
      if (!session || !member || removals.has(person)) return
      if (member.role !== 'viewer') session.setRole(person, 'viewer')
      const timer = setTimeout(() => execute(person), REMOVAL_MS)
      removals.set(person, { role: member.role, session, again, timer })
      announce()
    },
    undo(person) {
      const removal = take(person)
      if (removal && removal.role !== 'viewer') removal.session.setRole(person, removal.role)
    },
    finish() {
      for (const person of removals.keys()) execute(person)
    },
  }
}
