import type { PersonId } from '../../../shared/session/ids.ts'
import { glideTo, type Glide } from './glide.ts'
import type { Other } from './others.ts'

/** A pointer that has not moved for so long is in nobody's way, ms. */
export const IDLE_MS = 5000
/** More pointers than that say nothing any more. */
const MOST_SHOWN = 60

interface Pointer {
  readonly person: PersonId
  readonly name: string
  readonly color: number
  /** Page units. */
  readonly glide: Glide
  readonly idle: boolean
}

/** Where others point, from one sample to the next. */
export interface Pointers {
  /** Takes those who are on the board now; the others' pointers are gone. */
  update(list: readonly Other[], now: number): void
  /** Where they are at a moment: those that moved last first, if there are too many. */
  shown(now: number): readonly Pointer[]
  count(): number
  /** When the next one will have rested long enough; nothing if none will. */
  nextIdle(now: number): number | undefined
}

type Known = Omit<Pointer, 'idle'>

export function createPointers(): Pointers {
  let known = new Map<PersonId, Known>()

  return {
    update(list, now) {
      const next = new Map<PersonId, Known>()
      for (const { person, name, color, presence } of list) {
        if (!presence.cursor) continue
        next.set(person, {
          person,
          name,
          color,
          glide: glideTo(known.get(person)?.glide, presence.cursor, now),
        })
      }
      known = next
    },
    shown(now) {
      const all = [...known.values()]
      const latest =
        all.length > MOST_SHOWN
          ? all.toSorted((a, b) => b.glide.since - a.glide.since).slice(0, MOST_SHOWN)
          : all
      return latest.map((pointer) => ({ ...pointer, idle: now - pointer.glide.since >= IDLE_MS }))
    },
    count: () => known.size,
    nextIdle(now) {
      const ends = [...known.values()].map(({ glide }) => glide.since + IDLE_MS).filter((end) => end > now)
      return ends.length > 0 ? Math.min(...ends) : undefined
    },
  }
}
