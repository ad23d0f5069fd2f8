import { getStroke } from 'perfect-freehand'
import { distance, type Vec } from '../geometry/vec.ts'
import { unpackInk, type InkPoint } from '../model/inkPoints.ts'
import { frameOf, type Ink } from '../model/shape.ts'
import { INK_OPACITY, inkRadius, inkSize, THINNING } from './inkLook.ts'
import type { DrawOp, Look } from './ops.ts'
import { STROKE } from './palette.ts'

/** How far the smooth outline may pass from a corner of the stroke, as share of its size. */
const CORNER = 0.12

export function drawInk(ink: Ink, { theme }: Look): readonly DrawOp[] {
  const opacity = INK_OPACITY[ink.tool]
  const d = inkOutline(unpackInk(ink.points, frameOf(ink)), ink)
  const fill = STROKE[theme][ink.style.color]
  return [{ op: 'path', d, fill, ...(opacity < 1 && { opacity }) }]
}

/** The outline of a stroke as an SVG path. Its points are smooth already: see the pen. */
function inkOutline(points: readonly InkPoint[], { tool, style }: Pick<Ink, 'tool' | 'style'>): string {
  const size = inkSize(tool, style.width)
  const [first] = points
  if (!first) return ''
  if (points.every(({ point }) => distance(point, first.point) < 1.5))
    return dot(first.point, size * Math.max(0.4, inkRadius(tool, first.pressure)))
  const outline = getStroke(
    keepCorners(points, size * CORNER).map(({ point: [x, y], pressure }) => [x, y, pressure]),
    { size, thinning: THINNING[tool], smoothing: 0.4, streamline: 0, simulatePressure: false, last: true },
  )
  return outlinePath(outline)
}

/**
 * A smooth outline runs through the middles between its points, and so cuts corners, the more the further apart the
 * points are. Where it would pass a corner by more than `most`, points are added close to it.
 */
function keepCorners(points: readonly InkPoint[], most: number): readonly InkPoint[] {
  return points.flatMap((one, index) => {
    const [before, after] = [points[index - 1], points[index + 1]]
    if (!before || !after) return [one]
    const turn = turnAt(before.point, one.point, after.point)
    const reach = (8 * most) / Math.max(turn, 0.01)
    return [...nearer(one, before, reach), one, ...nearer(one, after, reach)]
  })
}

/** A point on the way from `one` to `other`, at most `reach` from `one`; none if `other` is about as near. */
function nearer(one: InkPoint, other: InkPoint, reach: number): readonly InkPoint[] {
  const length = distance(one.point, other.point)
  if (length < 2.5 * reach) return []
  const share = reach / length
  const mix = (a: number, b: number) => a + (b - a) * share
  return [
    {
      point: [mix(one.point[0], other.point[0]), mix(one.point[1], other.point[1])],
      pressure: mix(one.pressure, other.pressure),
    },
  ]
}

/** By how much the way turns at `b`, in radians: 0 straight on, π back. */
function turnAt(a: Vec, b: Vec, c: Vec): number {
  const turn = Math.atan2(c[1] - b[1], c[0] - b[0]) - Math.atan2(b[1] - a[1], b[0] - a[0])
  return Math.abs(Math.atan2(Math.sin(turn), Math.cos(turn)))
}

const dot = ([x, y]: Vec, radius: number): string => {
  const [left, right, r] = [short(x - radius), short(x + radius), short(radius)]
  return `M${left} ${short(y)}A${r} ${r} 0 1 1 ${right} ${short(y)}A${r} ${r} 0 1 1 ${left} ${short(y)}Z`
}

/** A closed path through the middles between the outline's points: smooth, and short to write. */
function outlinePath(points: readonly (readonly number[])[]): string {
  const [first] = points
  if (!first) return ''
  const parts = points.map((point, index) => {
    const next = points[(index + 1) % points.length] ?? first
    const [x = 0, y = 0] = point
    const [nx = 0, ny = 0] = next
    return `${short(x)} ${short(y)} ${short((x + nx) / 2)} ${short((y + ny) / 2)}`
  })
  return `M${short(first[0] ?? 0)} ${short(first[1] ?? 0)}Q${parts.join(' ')}Z`
}

const short = (value: number): number => Math.round(value * 100) / 100
