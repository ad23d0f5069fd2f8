import { center, type Box } from './box.ts'
import { cornersOf, rotate } from './rotate.ts'
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

/** Pieces of an ellipse's polygon: no eye sees the corners. */
const ELLIPSE_PIECES = 64

/** The outline as a closed line through points. */
export function outlinePath({ form, box, degrees }: Outline): readonly Vec[] {
  const middle = center(box)
  if (form === 'rectangle') {
    const corners = cornersOf(box, degrees)
    return [...corners, corners[0]]
  }
  const pieces = form === 'diamond' ? 4 : ELLIPSE_PIECES
  return Array.from({ length: pieces + 1 }, (_, index) => {
    const angle = (2 * Math.PI * index) / pieces
    const [x, y] = [Math.cos(angle) * (box.w / 2), Math.sin(angle) * (box.h / 2)]
    return rotate([middle[0] + x, middle[1] + y], middle, degrees)
  })
}
