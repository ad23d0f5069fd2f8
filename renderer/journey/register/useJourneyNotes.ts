import { useState, useSyncExternalStore } from 'react'
import type { RegisterSource } from '../../../shared/journey/register.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { Editor } from '../../editor/editor.ts'

interface Derived<T> {
  get(): T
  subscribe(listener: () => void): Dispose
}

/** What `read` makes of journeys and their notes, worked out anew once one of them has changed. `read` stays the first. */
export function useJourneyNotes<T>({ workshop }: Editor, read: (source: RegisterSource) => T): T {
  const [derived] = useState(() => deriveFrom(workshop, read))
  return useSyncExternalStore(derived.subscribe, derived.get)
}

export function deriveFrom<T>(
  { journeys, shapes }: Workshop,
  read: (source: RegisterSource) => T,
): Derived<T> {
  const source: RegisterSource = { journeys, notesOf: shapes.placement.notesOf }
  let now: { readonly value: T } | undefined
  return {
    get: () => (now ??= { value: read(source) }).value,
    subscribe(listener) {
      const renew = (): void => {
        now = undefined
        listener()
      }
      const stops = [
        journeys.subscribe(renew),
        shapes.subscribe((changed, before) => {
          for (const id of changed) if (isInCell(shapes.get(id)) || isInCell(before.get(id))) return renew()
        }),
      ]
      // Whatever changed before somebody listened was not heard.
      now = undefined
      return () => stops.forEach((stop) => stop())
    },
  }
}

const isInCell = (shape: Shape | undefined): boolean => shape?.kind === 'note' && shape.cell !== undefined
