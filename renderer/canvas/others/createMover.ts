import type { Vec } from '../../../shared/geometry/vec.ts'
import { glideAt, type Glide } from './glide.ts'

/** Moves an element over the board. On its way the compositor moves it: the page does nothing between two samples. */
export interface Mover {
  /**
   * Puts it where `glide` says, seen through `toScreen`. While the view itself moves, it stays where it belongs on the
   * board, and goes on once the view rests.
   */
  place(glide: Glide, toScreen: (point: Vec) => Vec, now: number, viewMoves: boolean, scale?: number): void
}

/** What else of the element changes smoothly. */
const OPACITY = 'opacity 400ms'

export function createMover({ style }: HTMLElement): Mover {
  let shown = ''
  let paced = ''

  function set(at: Vec, scale: number, lasts: number): void {
    // Tenths of a unit: smooth at any ratio, and the same text for the same place.
    const next = `translate(${at[0].toFixed(1)}px, ${at[1].toFixed(1)}px)${scale === 1 ? '' : ` scale(${scale})`}`
    if (next === shown) return
    const pace = lasts > 0 ? `transform ${Math.round(lasts)}ms linear, ${OPACITY}` : OPACITY
    if (pace !== paced) style.transition = paced = pace
    style.transform = shown = next
  }

  return {
    place(glide, toScreen, now, viewMoves, scale = 1) {
      if (viewMoves || shown === '') return set(toScreen(glideAt(glide, now)), scale, 0)
      set(toScreen(glide.to), scale, Math.max(0, glide.since + glide.lasts - now))
    },
  }
}
