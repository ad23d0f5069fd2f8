import { around, center, contains, unionOf, type Box } from '../geometry/box.ts'
import { flattenCubic, type Cubic } from '../geometry/cubic.ts'
import { elbowPath, OUTWARD, type Elbow, type ElbowEnd, type Port, type Side } from '../geometry/elbowPath.ts'
import { exitShare, type Outline } from '../geometry/outline.ts'
import { middleOf } from '../geometry/polyline.ts'
import { rotate, rotatedBounds } from '../geometry/rotate.ts'
import { add, distance, sub, type Vec } from '../geometry/vec.ts'
import type { ShapeId } from './ids.ts'
import { frameOf, type Connector, type ConnectorEnd, type Geometry, type Shape } from './shape.ts'
import type { Head } from './style.ts'

/** What a connector may end on, by id; nothing if it is gone. */
export type Lookup = (id: ShapeId) => Shape | undefined

/** The connector with its path, where its ends are, and the geometry around it worked out for how things are now. */
export function routed(connector: Connector, lookup: Lookup): Connector {
  const path = connectorPath(connector, lookup)
  const line = lineOf({ ...connector, path })
  const label = labelRoom(connector.text, line)
  const { x, y, w, h } = unionOf([around(line), ...(label ? [label] : [])]) ?? around(line)
  const geometry: Geometry = [x, y, Math.max(1, w), Math.max(1, h), 0]
  const { start, end } = connector
  return { ...connector, path, geometry, start: endAt(start, path[0]), end: endAt(end, path.at(-1)) }
}

/** A label of a connector is set no wider than this, in page units. */
export const LABEL_WIDTH = 200
/** Room for a letter of a label, for a sign of scripts with wide ones, and for a line; page units. */
const LETTER = 9
const WIDE_LETTER = 15
const LABEL_LINE = 19
/** Where scripts with wide letters begin. */
const WIDE = /[\u2e80-\uffff]/g

/** About what the label of a connector covers around the middle of its line. Nothing without a label. */
export function labelRoom(text: string, line: readonly Vec[]): Box | undefined {
  if (text === '') return undefined
  const widths = text
    .split('\n')
    .map((row) => 8 + row.length * LETTER + (row.match(WIDE)?.length ?? 0) * (WIDE_LETTER - LETTER))
  const w = Math.min(LABEL_WIDTH, Math.max(...widths))
  const rows = widths.reduce((sum, width) => sum + Math.ceil(width / LABEL_WIDTH), 0)
  const h = 8 + rows * LABEL_LINE
  const [x, y] = middleOf(line)
  return { x: x - w / 2, y: y - h / 2, w, h }
}

/** Where an end was last is where it is now, so that it stays there when what it is on goes. */
const endAt = (end: ConnectorEnd, at: Vec | undefined): ConnectorEnd =>
  !at || end.shape === undefined || (end.point[0] === at[0] && end.point[1] === at[1])
    ? end
    : { ...end, point: [at[0], at[1]] }

/** Pieces of a curve's polygon: no eye sees the corners at ordinary zoom, and it is only for hits and bounds. */
const CURVE_PIECES = 24

/** The points a connector runs through; of a curved one, near enough together. Page units. */
export function lineOf({ path, style }: Pick<Connector, 'path' | 'style'>): readonly Vec[] {
  const curve = style.route === 'curved' ? cubicOf(path) : undefined
  return curve ? flattenCubic(curve, CURVE_PIECES) : path
}

/** The curve that a curved connector's path names. */
export const cubicOf = ([start, out, into, end]: readonly Vec[]): Cubic | undefined =>
  start && out && into && end && [start, out, into, end]

/**
 * What a connector runs along, page units: the corners of a straight or an elbow one, the four points of a curved one's
 * cubic curve.
 */
export function connectorPath(connector: Connector, lookup: Lookup): readonly Vec[] {
  const { style, bend } = connector
  const start = placeOf(connector.start, style.startHead, lookup)
  const end = placeOf(connector.end, style.endHead, lookup)
  if (style.route === 'straight') return straight(start, end)
  const elbow = elbowBetween(start, end)
  if (style.route === 'curved') return curved(elbow, start, end, bend)
  return elbow.points.length < 2 ? [start.aim, end.aim] : bentElbow(elbow.points, bend)
}

/** One end of a connector, with all that its way depends on. */
interface Place {
  /** What the line makes for: its anchor, or the middle of what it is on, or a point of the board. */
  readonly aim: Vec
  /** What it is on. */
  readonly outline?: Outline
  readonly anchored: boolean
  /** What it keeps from the outline, so that heads do not touch it; page units. */
  readonly gap: number
}

const HEAD_GAP = 5

function placeOf(end: ConnectorEnd, head: Head, lookup: Lookup): Place {
  const shape = end.shape === undefined ? undefined : lookup(end.shape)
  if (!shape || shape.kind === 'connector') return { aim: end.point, anchored: false, gap: 0 }
  const box = frameOf(shape)
  const outline: Outline = {
    form: shape.kind === 'form' ? shape.form : 'rectangle',
    box,
    degrees: shape.geometry[4],
  }
  const gap = head === 'none' ? 0 : HEAD_GAP
  if (!end.anchor) return { aim: center(box), outline, anchored: false, gap }
  return { aim: anchorPoint(outline, end.anchor), outline, anchored: true, gap }
}

/** Where an anchor (0 to 1 of width and height) lies on the board. */
export function anchorPoint({ box, degrees }: Pick<Outline, 'box' | 'degrees'>, [u, v]: Vec): Vec {
  return rotate([box.x + u * box.w, box.y + v * box.h], center(box), degrees)
}

function straight(start: Place, end: Place): readonly Vec[] {
  const from = meetingPoint(start, end.aim)
  const to = meetingPoint(end, start.aim)
  // Where they lie over each other there is no way between the outlines: the line shows that it connects.
  const ahead =
    (to[0] - from[0]) * (end.aim[0] - start.aim[0]) + (to[1] - from[1]) * (end.aim[1] - start.aim[1])
  return ahead < 0 ? [start.aim, end.aim] : [from, to]
}

/** Where the straight way to `toward` leaves what the end is on, and a little further. */
function meetingPoint({ aim, outline, anchored, gap }: Place, toward: Vec): Vec {
  const way = distance(aim, toward)
  if (!outline || way === 0) return aim
  const exit = anchored ? 0 : exitShare(outline, toward)
  if (exit >= 1) return aim
  const share = Math.min(1, exit + gap / way)
  const [dx, dy] = sub(toward, aim)
  return [aim[0] + dx * share, aim[1] + dy * share]
}

const SIDES: readonly Side[] = ['right', 'bottom', 'left', 'top']

function elbowBetween(start: Place, end: Place): Elbow {
  if (start.outline || end.outline) return elbowPath(elbowEnd(start), elbowEnd(end))
  // With both ends free the line leaves and arrives along the longer way.
  const [dx, dy] = sub(end.aim, start.aim)
  const across = Math.abs(dx) >= Math.abs(dy)
  const from: Side = across ? (dx >= 0 ? 'right' : 'left') : dy >= 0 ? 'bottom' : 'top'
  const middle: readonly Vec[] = across
    ? [
        [start.aim[0] + dx / 2, start.aim[1]],
        [start.aim[0] + dx / 2, end.aim[1]],
      ]
    : [
        [start.aim[0], start.aim[1] + dy / 2],
        [end.aim[0], start.aim[1] + dy / 2],
      ]
  const flat = dx === 0 || dy === 0
  return { points: [start.aim, ...(flat ? [] : middle), end.aim], from, to: undefined }
}

function elbowEnd(place: Place): ElbowEnd {
  const { outline, aim, anchored } = place
  if (!outline) return { ports: [{ at: aim }] }
  const box = rotatedBounds(outline.box, outline.degrees)
  const sides = anchored ? [nearestSide(box, aim)] : SIDES
  return { box, ports: sides.map((side) => portAt(place, outline, box, side)) }
}

function portAt({ aim, anchored, gap }: Place, outline: Outline, box: Box, side: Side): Port {
  const out = OUTWARD[side]
  if (anchored) return { at: contains(box, aim) ? add(aim, scaled(out, gap)) : aim, side }
  const far: Vec = add(aim, scaled(out, box.w + box.h))
  const exit = exitShare(outline, far) * (box.w + box.h)
  return { at: add(aim, scaled(out, exit + gap)), side }
}

const scaled = ([x, y]: Vec, by: number): Vec => [x * by, y * by]

function nearestSide({ x, y, w, h }: Box, [px, py]: Vec): Side {
  const away: readonly (readonly [Side, number])[] = [
    ['right', x + w - px],
    ['bottom', y + h - py],
    ['left', px - x],
    ['top', py - y],
  ]
  return away.reduce((best, one) => (one[1] < best[1] - 0.001 ? one : best))[0]
}

/** Moves the middle piece of a line of at least three; `bend` is how far, page units. */
function bentElbow(points: readonly Vec[], bend: Vec | undefined): readonly Vec[] {
  const index = bendPiece(points)
  const [a, b] = [points[index ?? 0], points[(index ?? 0) + 1]]
  if (!bend || index === undefined || !a || !b) return points
  const by: Vec = a[0] === b[0] ? [bend[0], 0] : [0, bend[1]]
  return points.map((point, at) => (at === index || at === index + 1 ? add(point, by) : point))
}

/** The piece of an elbow's corners that can be moved, by the index of its first corner. */
export const bendPiece = (points: readonly Vec[]): number | undefined =>
  points.length < 4 ? undefined : Math.floor((points.length - 1) / 2)

const MOST_SWING = 300

function curved({ points, from, to }: Elbow, start: Place, end: Place, bend: Vec | undefined): Cubic {
  const first = points[0] ?? start.aim
  const last = points.at(-1) ?? end.aim
  const [dx, dy] = sub(last, first)
  const swing = Math.min(MOST_SWING, Math.max(Math.abs(dx), Math.abs(dy)) / 2)
  const ahead: Vec = Math.abs(dx) >= Math.abs(dy) ? [Math.sign(dx), 0] : [0, Math.sign(dy)]
  const out = from ? OUTWARD[from] : ahead
  const into = to ? OUTWARD[to] : scaled(ahead, -1)
  // The middle of the curve moves by three quarters of what its control points do.
  const pull = scaled(bend ?? [0, 0], 4 / 3)
  return [first, add(add(first, scaled(out, swing)), pull), add(add(last, scaled(into, swing)), pull), last]
}
