import { getStroke } from 'perfect-freehand'
import { unpackInk } from '../model/inkPoints.ts'
import { frameOf, type Ink } from '../model/shape.ts'
import { LINE_WIDTH } from './line.ts'
import type { DrawOp, Look } from './ops.ts'
import { STROKE } from './palette.ts'

const HIGHLIGHTER_SCALE = 5

export function drawInk(ink: Ink, { theme }: Look): readonly DrawOp[] {
  const highlights = ink.tool === 'highlighter'
  const points = unpackInk(ink.points, frameOf(ink)).map(({ point: [x, y], pressure }) => [x, y, pressure])
  const outline = getStroke(points, {
    size: LINE_WIDTH[ink.style.width] * (highlights ? HIGHLIGHTER_SCALE : 1.6),
    thinning: highlights ? 0 : 0.6,
    smoothing: 0.5,
    streamline: 0.35,
    simulatePressure:
      !highlights && points.every(([, , pressure]) => Math.abs((pressure ?? 0.5) - 0.5) < 0.01),
    last: true,
  })
  const fill = STROKE[theme][ink.style.color]
  return [{ op: 'path', d: outlinePath(outline), fill, ...(highlights && { opacity: 0.35 }) }]
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
