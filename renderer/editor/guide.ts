import type { Axis } from '../../shared/geometry/axis.ts'

/**
 * A line that shows what something was lined up with (page units). `line`: an edge or a middle, at `at` of its axis,
 * from one end to the other of the other axis. `gap` and `size`: distances that are equal, along the axis from one end
 * to the other, at `at` of the other axis.
 */
export interface Guide {
  readonly kind: 'line' | 'gap' | 'size'
  readonly axis: Axis
  readonly at: number
  readonly from: number
  readonly to: number
}
