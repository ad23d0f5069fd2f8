import type { PersonId } from '../ids.ts'
import { LIMITS } from './limits.ts'
import type { Removed } from './judge.ts'
import type { OwnRoot } from './ownership.ts'

/** Most removed records that are remembered, for undo. */
const MOST_REMEMBERED = 2000

/** What participants have removed a moment ago. */
export interface Removals {
  /** A record as it was when this person removed it; nothing if that was long ago. */
  was(person: PersonId, root: OwnRoot, id: string): unknown
  /** Would this be too much for one person in so short a time? `of` is how many shapes there are. */
  areTooMany(person: PersonId, removed: readonly Removed[], of: () => number): boolean
  add(person: PersonId, removed: readonly Removed[]): void
}

/** `now` in ms. */
export function createRemovals(now: () => number): Removals {
  const remembered = new Map<string, unknown>()
  const recent = new Map<PersonId, { readonly at: number; readonly count: number }[]>()
  const shapesIn = (removed: readonly Removed[]) => removed.filter(({ root }) => root === 'shapes').length

  function lately(person: PersonId): readonly { readonly at: number; readonly count: number }[] {
    const since = now() - LIMITS.removedWithin
    return (recent.get(person) ?? []).filter(({ at }) => at > since)
  }

  return {
    was: (person, root, id) => remembered.get(`${person} ${root} ${id}`),
    areTooMany(person, removed, of) {
      const count = shapesIn(removed)
      if (count === 0) return false
      const before = lately(person).reduce((sum, each) => sum + each.count, 0)
      const all = before + count
      return all > LIMITS.removed && all > LIMITS.removedShare * (of() + before)
    },
    add(person, removed) {
      const count = shapesIn(removed)
      if (count > 0) recent.set(person, [...lately(person), { at: now(), count }])
      for (const { root, id, was } of removed) remembered.set(`${person} ${root} ${id}`, was)
      for (const key of remembered.keys()) {
        if (remembered.size <= MOST_REMEMBERED) break
        remembered.delete(key)
      }
    },
  }
}
