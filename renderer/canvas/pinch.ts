import { distance, type Vec } from '../../shared/geometry/vec.ts'

/** What two fingers are doing: it takes some movement to be sure. */
export type Pinch = 'notSure' | 'pan' | 'zoom'

/** The line between two fingers, in screen units. */
export interface Span {
  readonly middle: Vec
  readonly length: number
}

/** Two fingers zoom once their distance has changed by this much, in screen units … */
const ZOOM_AFTER = 24
/** … pan once their middle has moved this far … */
const PAN_AFTER = 16
/** … and, while panning, zoom after all from here on. */
const ZOOM_WHILE_PANNING_AFTER = 64

export const spanOf = (a: Vec, b: Vec): Span => ({
  middle: [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
  length: distance(a, b),
})

/** What is meant, given what was meant so far, how the fingers went down, and how they lie now. */
export function pinchMeaning(so: Pinch, from: Span, { middle, length }: Span): Pinch {
  const spread = Math.abs(length - from.length)
  switch (so) {
    case 'zoom':
      return 'zoom'
    case 'pan':
      return spread > ZOOM_WHILE_PANNING_AFTER ? 'zoom' : 'pan'
    case 'notSure':
      if (spread > ZOOM_AFTER) return 'zoom'
      return distance(middle, from.middle) > PAN_AFTER ? 'pan' : 'notSure'
  }
}
