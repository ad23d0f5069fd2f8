import { center, type Box } from './box.ts'
import { rotate } from './rotate.ts'
import type { Vec } from './vec.ts'

/** A closed line in a box that may be turned about its middle, degrees clockwise. */
export interface Outline {
  readonly form: 'rectangle' | 'ellipse' | 'diamond'
  readonly box: Box
  readonly degrees: number
}

/**
 * Where the way from the middle to `to` leaves the outline, as a share of that way: below 1 if `to` lies outside,
 * Infinity if it is the middle.
 */
export function exitShare({ form, box, degrees }: Outline, to: Vec): number {
  const middle = center(box)
  const [x, y] = rotate(to, middle, -degrees)
  const across = Math.abs(x - middle[0]) / (box.w / 2)
  const down = Math.abs(y - middle[1]) / (box.h / 2)
  switch (form) {
    case 'rectangle':
      return 1 / Math.max(across, down)
    case 'ellipse':
      return 1 / Math.hypot(across, down)
    case 'diamond':
      return 1 / (across + down)
  }
}
