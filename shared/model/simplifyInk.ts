import { distanceToSegment } from '../geometry/distanceToPath.ts'
import { distance } from '../geometry/vec.ts'
import type { InkPoint } from './inkPoints.ts'

/** Points looked at together: keeps the worst case of a long stroke linear. */
const RUN = 1000

/**
 * The stroke with as few of its points as keep it in place: none that is left out was further than `most` (page
 * units) from the line that now runs there, nor pressed by more than `mostPressure` differently from it.
 */
export function simplifyInk(
  points: readonly InkPoint[],
  most: number,
  mostPressure = 0.08,
): readonly InkPoint[] {
  const kept: InkPoint[] = points.slice(0, 1)
  for (let start = 0; start < points.length - 1; start += RUN)
    kept.push(...simplifyRun(points.slice(start, start + RUN + 1), { most, mostPressure }))
  return kept
}

interface Tolerance {
  readonly most: number
  readonly mostPressure: number
}

/** Ramer, Douglas and Peucker's way, without recursion. Leaves out the first point. */
function simplifyRun(run: readonly InkPoint[], tolerance: Tolerance): readonly InkPoint[] {
  const keep = new Set([run.length - 1])
  const due: (readonly [from: number, to: number])[] = [[0, run.length - 1]]
  for (let span = due.pop(); span; span = due.pop()) {
    const [from, to] = span
    const worst = worstBetween(run, from, to, tolerance)
    if (worst === undefined) continue
    keep.add(worst)
    due.push([from, worst], [worst, to])
  }
  return run.filter((_, index) => keep.has(index))
}

/** Which point between two would be missed most; nothing if all can go. */
function worstBetween(
  run: readonly InkPoint[],
  from: number,
  to: number,
  { most, mostPressure }: Tolerance,
): number | undefined {
  const [first, last] = [run[from], run[to]]
  if (!first || !last) return undefined
  let [worst, error] = [undefined as number | undefined, 1]
  const length = distance(first.point, last.point)
  for (let index = from + 1; index < to; index++) {
    const one = run[index]
    if (!one) continue
    const along = length === 0 ? 0 : Math.min(1, distance(first.point, one.point) / length)
    const pressed = first.pressure + (last.pressure - first.pressure) * along
    const own = Math.max(
      distanceToSegment(one.point, first.point, last.point) / most,
      Math.abs(one.pressure - pressed) / mostPressure,
    )
    if (own > error) [worst, error] = [index, own]
  }
  return worst
}
