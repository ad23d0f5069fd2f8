import type { Vec } from '../../geometry/vec.ts'

/** A path in SVG's notation, of absolute M, L, C and Z only, so that its numbers are pairs: x and y in turn. */
export type Path = string

/** Coordinates in pairs: x, y, x, y … */
export type Points = readonly number[]

/** How far the pen strays from where it means to go, in units of a figure. */
const STRAY = 0.7
/** How far the middle of a straight line bulges, as a share of its length. */
const BULGE = 0.012

/** A line through the points (from `at`), open, as a calm hand draws it. */
export const curve = (points: Points, at?: Vec): Path => smooth(vecs(points, at), false)

/** The same, closed. */
export const blob = (points: Points, at?: Vec): Path => `${smooth(vecs(points, at), true)}Z`

/** From corner to corner in nearly straight lines. */
export const line = (points: Points, at?: Vec): Path => bulging(vecs(points, at))

/** The same, closed. */
export function shape(points: Points, at?: Vec): Path {
  const corners = vecs(points, at)
  const [first] = corners
  return first ? `${bulging([...corners, first])}Z` : ''
}

/** A box with soft corners: left, top, width, height and the radius. */
export function box(x: number, y: number, w: number, h: number, radius = 4): Path {
  const [r, right, bottom] = [Math.min(radius, w / 2, h / 2), x + w, y + h]
  const corners = [
    [x, y + r, x, y, x + r, y],
    [right - r, y, right, y, right, y + r],
    [right, bottom - r, right, bottom, right - r, bottom],
    [x + r, bottom, x, bottom, x, bottom - r],
  ] as const
  const parts = corners.map(([ax, ay, cx, cy, bx, by], index) => {
    const [from, to] = [stray([ax, ay], 0.5), stray([bx, by], 0.5)]
    return `${index === 0 ? 'M' : 'L'}${pair(from)}C${pair([cx, cy])} ${pair([cx, cy])} ${pair(to)}`
  })
  return `${parts.join('')}Z`
}

/** A circle or an ellipse, not quite round. */
export function oval(x: number, y: number, rx: number, ry = rx): Path {
  const steps = 8
  const points = Array.from({ length: steps }, (_, step): Vec => {
    const angle = (step / steps) * 2 * Math.PI - 0.4
    return stray([x + rx * Math.cos(angle), y + ry * Math.sin(angle)], Math.min(1, rx / 16))
  })
  return `${smooth(points, true, 0)}Z`
}

/** A dot that is round however small it is. */
export function dot(x: number, y: number, r: number): Path {
  const k = r * 0.5523
  return (
    `M${pair([x - r, y])}C${pair([x - r, y - k])} ${pair([x - k, y - r])} ${pair([x, y - r])}` +
    `C${pair([x + k, y - r])} ${pair([x + r, y - k])} ${pair([x + r, y])}` +
    `C${pair([x + r, y + k])} ${pair([x + k, y + r])} ${pair([x, y + r])}` +
    `C${pair([x - k, y + r])} ${pair([x - r, y + k])} ${pair([x - r, y])}Z`
  )
}

/** The same path somewhere else. */
export function mapPath(d: Path, place: (point: Vec) => Vec): Path {
  return d.replaceAll(PAIR, (_, x: string, y: string) => pair(place([Number(x), Number(y)])))
}

const PAIR = /(-?[\d.]+) (-?[\d.]+)/g

function vecs(points: Points, [x, y]: Vec = [0, 0]): readonly Vec[] {
  const found: Vec[] = []
  for (let at = 0; at + 1 < points.length; at += 2)
    found.push([x + (points[at] ?? 0), y + (points[at + 1] ?? 0)])
  return found
}

/** Catmull and Rom's curve through the points, as cubic curves. */
function smooth(exact: readonly Vec[], closed: boolean, share = 1): Path {
  const points = exact.map((point) => stray(point, share * 0.6))
  const at = (index: number): Vec => {
    const count = points.length
    const wanted = closed ? (index + count) % count : Math.min(count - 1, Math.max(0, index))
    return points[wanted] ?? [0, 0]
  }
  const pieces = Array.from({ length: closed ? points.length : points.length - 1 }, (_, index) => {
    const [before, from, to, after] = [at(index - 1), at(index), at(index + 1), at(index + 2)]
    const first: Vec = [from[0] + (to[0] - before[0]) / 6, from[1] + (to[1] - before[1]) / 6]
    const second: Vec = [to[0] - (after[0] - from[0]) / 6, to[1] - (after[1] - from[1]) / 6]
    return `C${pair(first)} ${pair(second)} ${pair(to)}`
  })
  return `M${pair(at(0))}${pieces.join('')}`
}

function bulging(exact: readonly Vec[]): Path {
  const points = exact.map((point) => stray(point, 0.8))
  return points
    .map((to, index) => {
      const from = points[index - 1]
      if (!from) return `M${pair(to)}`
      const by = BULGE * (noise(from[0] + to[1], from[1] + to[0]) > 0 ? 1 : -1)
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
      const beside = (along: number): Vec => [from[0] + dx * along - dy * by, from[1] + dy * along + dx * by]
      return `C${pair(beside(0.3))} ${pair(beside(0.7))} ${pair(to)}`
    })
    .join('')
}

const stray = ([x, y]: Vec, share: number): Vec => [
  x + STRAY * share * noise(x, y),
  y + STRAY * share * noise(y + 31, x),
]

/** From -1 to 1, and always the same for the same place, so that a figure never trembles. */
function noise(x: number, y: number): number {
  const value = Math.sin(x * 12.9898 + y * 78.233) * 43_758.5453
  return 2 * (value - Math.floor(value)) - 1
}

const pair = ([x, y]: Vec): string => `${short(x)} ${short(y)}`
const short = (value: number): number => Math.round(value * 100) / 100
