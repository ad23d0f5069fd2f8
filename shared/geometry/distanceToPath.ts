import { distance, type Vec } from './vec.ts'

/** How far a point is from a line segment. */
export function distanceToSegment(point: Vec, a: Vec, b: Vec): number {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const length = dx * dx + dy * dy
  if (length === 0) return distance(point, a)
  const along = Math.min(1, Math.max(0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
  return distance(point, [a[0] + along * dx, a[1] + along * dy])
}

/** How far a point is from the nearest place of a line through `path`; Infinity for no path. */
export function distanceToPath(point: Vec, path: readonly Vec[]): number {
  const [first] = path
  if (!first) return Infinity
  let nearest = distance(point, first)
  for (let i = 1; i < path.length; i++) {
    const [a, b] = [path[i - 1], path[i]]
    if (a && b) nearest = Math.min(nearest, distanceToSegment(point, a, b))
  }
  return nearest
}
