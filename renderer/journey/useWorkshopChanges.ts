import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Workshop } from '../../shared/model/workshop.ts'

/** Draws again whenever something of the workshop's journeys, ballots or shapes has changed. Returns how often that was. */
export function useWorkshopChanges({ journeys, ballots, shapes }: Workshop): number {
  const turn = useRef(0)
  const subscribe = useCallback(
    (changed: () => void) => {
      const next = () => {
        turn.current++
        changed()
      }
      const stops = [journeys, ballots, shapes].map((index) => index.subscribe(next))
      return () => stops.forEach((stop) => stop())
    },
    [journeys, ballots, shapes],
  )
  return useSyncExternalStore(subscribe, () => turn.current)
}
