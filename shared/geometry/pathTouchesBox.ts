import { contains, type Box } from './box.ts'
import type { Vec } from './vec.ts'

/** Does a line through `path` touch a box anywhere? */
export function pathTouchesBox(path: readonly Vec[], box: Box): boolean {
  const [first] = path
  if (first && contains(box, first)) return true
  return path.some((point, index) => {
    const before = path[index - 1]
    return before !== undefined && segmentTouchesBox(before, point, box)
  })
}

/** Cuts the segment at the four sides, as Liang and Barsky do: something left of it is inside. */
function segmentTouchesBox(a: Vec, b: Vec, box: Box): boolean {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  let [from, to] = [0, 1]
  const sides: readonly Vec[] = [
    [-dx, a[0] - box.x],
    [dx, box.x + box.w - a[0]],
    [-dy, a[1] - box.y],
    [dy, box.y + box.h - a[1]],
  ]
  for (const [direction, room] of sides) {
    if (direction === 0) {
      if (room < 0) return false
      continue
    }
    const cut = room / direction
    if (direction < 0) from = Math.max(from, cut)
    else to = Math.min(to, cut)
    if (from > to) return false
  }
  return true
}
