import { useCallback, useRef, useSyncExternalStore } from 'react'
import type { Workshop } from '../../../shared/model/workshop.ts'

/** Draws again whenever something of the workshop has changed, at most once a frame: a whole group may be typing. */
export function useWorkshop({ boards, journeys, ballots, shapes }: Workshop): number {
  const turn = useRef(0)
  const subscribe = useCallback(
    (changed: () => void) => {
      let frame = 0
      const next = () => {
        turn.current++
        frame ||= requestAnimationFrame(() => {
          frame = 0
          changed()
        })
      }
      const stops = [boards, journeys, ballots, shapes].map((index) => index.subscribe(next))
      return () => {
        cancelAnimationFrame(frame)
        stops.forEach((stop) => stop())
      }
    },
    [boards, journeys, ballots, shapes],
  )
  return useSyncExternalStore(subscribe, () => turn.current)
}
