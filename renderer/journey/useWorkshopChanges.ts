import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Workshop } from '../../shared/model/workshop.ts'

/** Draws again whenever something of the workshop's journeys or shapes has changed. Returns how often that was. */
export function useWorkshopChanges({ journeys, shapes }: Workshop): number {
  const turn = useRef(0)
  const subscribe = useCallback(
    (changed: () => void) => {
      const next = () => {
        turn.current++
        changed()
      }
      const stops = [journeys.subscribe(next), shapes.subscribe(next)]
      return () => stops.forEach((stop) => stop())
    },
    [journeys, shapes],
  )
  return useSyncExternalStore(subscribe, () => turn.current)
}
