import { flattenCubic, splitCubic, type Cubic } from '../geometry/cubic.ts'
import { lengthOf, outsideOf, trimmed, type Polyline } from '../geometry/polyline.ts'
import { distance, type Vec } from '../geometry/vec.ts'
import { cubicOf, lineOf } from '../model/connectorPath.ts'
import type { Connector } from '../model/shape.ts'
import { headOf, short } from './connectorHead.ts'
import { labelBoxOf, labelGapOf } from './connectorLabel.ts'
import { drawText } from './drawText.ts'
import { strokeOf } from './line.ts'
import type { DrawOp, Look } from './ops.ts'

/** Radius of an elbow's corners, page units. */
const CORNER = 10

/** The line, which stops where filled heads begin and where the label stands, the heads, and the label. */
export function drawConnector(connector: Connector, look: Look): readonly DrawOp[] {
  const { style, path, text } = connector
  const stroke = strokeOf(style, look.theme)
  const line = lineOf(connector)
  const length = lengthOf(line)
  const start = headOf(style.startHead, line, length, stroke)
  const end = headOf(style.endHead, line.toReversed(), length, stroke)
  const curve = style.route === 'curved' ? cubicOf(path) : undefined
  const gap = labelGapOf(connector, look.measure)
  const lines =
    curve && !gap
      ? [cubicPath(trimmedCubic(curve, start.inset, end.inset))]
      : linesAround(curve ? flattenCubic(curve, LABELLED_PIECES) : line, start.inset, end.inset, gap)
  return [
    ...lines.filter((d) => d !== '').map((d): DrawOp => ({ op: 'path', d, stroke })),
    ...start.ops,
    ...end.ops,
    ...(text === '' ? [] : drawLabel(connector, look)),
  ]
}

function drawLabel(connector: Connector, look: Look): readonly DrawOp[] {
  const { x, y, w, h } = labelBoxOf(connector, look.measure)
  return drawText({ ...connector, geometry: [x, y, w, h, 0] }, look)
}

/** A curve with a label is drawn as a polygon, since it is cut; with this many pieces nobody sees it. */
const LABELLED_PIECES = 64

function linesAround(
  line: Polyline,
  start: number,
  end: number,
  gap: ReturnType<typeof labelGapOf>,
): string[] {
  const visible = trimmed(line, start, end)
  return (gap ? outsideOf(visible, gap) : [visible]).map(roundedPath)
}

/** As SVG's `d`, with its corners rounded where there is room. The corners of a flattened curve are too near to be. */
export function roundedPath(points: Polyline): string {
  if (points.length < 2) return ''
  return points
    .map((point, index) => {
      const [before, after] = [points[index - 1], points[index + 1]]
      if (!before) return `M${at(point)}`
      if (!after) return `L${at(point)}`
      const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2)
      if (radius < 3 || isStraight(before, point, after)) return `L${at(point)}`
      return `L${at(toward(point, before, radius))}Q${at(point)} ${at(toward(point, after, radius))}`
    })
    .join('')
}

function isStraight(a: Vec, b: Vec, c: Vec): boolean {
  const turn = (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
  return Math.abs(turn) < 0.35 * distance(a, b) * distance(b, c)
}

function toward(from: Vec, to: Vec, by: number): Vec {
  const share = by / distance(from, to)
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

function trimmedCubic(curve: Cubic, start: number, end: number): Cubic | undefined {
  const line = flattenCubic(curve, LABELLED_PIECES)
  const length = lengthOf(line)
  if (start + end >= length) return undefined
  const from = shareAt(line, start)
  const [, rest] = start > 0 ? splitCubic(curve, from) : [curve, curve]
  const to = (shareAt(line, length - end) - from) / (1 - from)
  return end > 0 ? splitCubic(rest, to)[0] : rest
}

/** How far along the curve's own parameter the place `along` page units from its beginning is. */
function shareAt(line: Polyline, along: number): number {
  let left = along
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    const length = a && b ? distance(a, b) : 0
    if (left <= length) return (i - 1 + (length > 0 ? left / length : 0)) / (line.length - 1)
    left -= length
  }
  return 1
}

const cubicPath = (curve: Cubic | undefined): string =>
  curve ? `M${at(curve[0])}C${at(curve[1])} ${at(curve[2])} ${at(curve[3])}` : ''

const at = ([x, y]: Vec): string => `${short(x)} ${short(y)}`
