import { pointAlong, type Polyline } from '../geometry/polyline.ts'
import type { Vec } from '../geometry/vec.ts'
import type { Head } from '../model/style.ts'
import type { DrawOp, Stroke } from './ops.ts'

/** What stands at the end of a line. */
export interface HeadPicture {
  readonly ops: readonly DrawOp[]
  /** How much of the line the head takes the place of, page units. */
  readonly inset: number
}

const NOTHING: HeadPicture = { ops: [], inset: 0 }
/** Half the opening of a head, radians. */
const SPREAD = 0.48
/** Of a short line, a head takes no more than this share. */
const MOST_SHARE = 0.45

/** The head at the beginning of a line, pointing out of it. `length` is that of the whole line, page units. */
export function headOf(head: Head, line: Polyline, length: number, stroke: Stroke): HeadPicture {
  const [tip] = line
  if (head === 'none' || !tip || length < 1) return NOTHING
  const size = Math.min(8 + stroke.width * 2.2, length * MOST_SHARE)
  const solid: Stroke = { color: stroke.color, width: stroke.width }
  if (head === 'dot') return dot(line, size, stroke.color)
  // It points along what it covers, so that it also fits the end of a curve.
  const behind = pointAlong(line, size)
  const angle = Math.atan2(tip[1] - behind[1], tip[0] - behind[0])
  const wing = (turn: number): Vec => [
    tip[0] - (size * Math.cos(angle + turn)) / Math.cos(SPREAD),
    tip[1] - (size * Math.sin(angle + turn)) / Math.cos(SPREAD),
  ]
  const d = `M${at(wing(SPREAD))}L${at(tip)}L${at(wing(-SPREAD))}`
  if (head === 'arrow') return { ops: [{ op: 'path', d, stroke: solid }], inset: 0 }
  const rounding: Stroke = { color: stroke.color, width: Math.min(3, stroke.width) }
  return { ops: [{ op: 'path', d: `${d}Z`, fill: stroke.color, stroke: rounding }], inset: size * 0.9 }
}

function dot(line: Polyline, size: number, color: string): HeadPicture {
  const r = size * 0.42
  const [x, y] = pointAlong(line, r)
  return {
    ops: [{ op: 'rect', box: { x: x - r, y: y - r, w: 2 * r, h: 2 * r }, radius: r, fill: color }],
    inset: r,
  }
}

const at = ([x, y]: Vec): string => `${short(x)} ${short(y)}`

/** As exact as an eye can see, and short to write. */
export const short = (value: number): number => Math.round(value * 100) / 100
