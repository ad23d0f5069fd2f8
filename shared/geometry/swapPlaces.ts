import type { Box } from './box.ts'
import type { Vec } from './vec.ts'

/** How far each of two boxes moves (page units) so that they change places. */
export type Swap = readonly [first: Vec, second: Vec]

/**
 * Two boxes change places within the room that both take up, so that what lies around them stays clear of them. Where
 * they lie above each other, the side where reading begins is what they exchange.
 */
export function swapPlaces(first: Box, second: Box, direction: 'ltr' | 'rtl'): Swap {
  const fromRight = direction === 'rtl'
  const [ax, bx] = swapSpans([first.x, first.x + first.w], [second.x, second.x + second.w], fromRight)
  const [ay, by] = swapSpans([first.y, first.y + first.h], [second.y, second.y + second.h], false)
  return [
    [ax, ay],
    [bx, by],
  ]
}

type Span = readonly [from: number, to: number]

/** Spans clear of each other exchange their order; others the ends at which they begin. */
function swapSpans(a: Span, b: Span, fromEnd: boolean): readonly [number, number] {
  if (a[1] <= b[0]) return [b[1] - a[1], a[0] - b[0]]
  if (b[1] <= a[0]) return [b[0] - a[0], a[1] - b[1]]
  return fromEnd ? [b[1] - a[1], a[1] - b[1]] : [b[0] - a[0], a[0] - b[0]]
}
