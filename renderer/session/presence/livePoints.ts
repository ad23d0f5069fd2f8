import type { Vec } from '../../../shared/geometry/vec.ts'

/** At most `most` of the points of a line: all of its course, every so many of them, and always where it ends. */
export function livePoints(points: readonly Vec[], most: number): readonly Vec[] {
  if (points.length <= most) return points
  const step = (points.length - 1) / (most - 1)
  return Array.from({ length: most }, (_, index) => points[Math.round(index * step)]).filter(
    (point) => point !== undefined,
  )
}
