import type { Box } from './box.ts'
import type { Vec } from './vec.ts'

/** A side of a box, and the way that leads out of it. */
export type Side = 'top' | 'right' | 'bottom' | 'left'

export const OUTWARD: Readonly<Record<Side, Vec>> = {
  top: [0, -1],
  right: [1, 0],
  bottom: [0, 1],
  left: [-1, 0],
}

/** Where a line may leave a box. Without a side it may go any way. */
export interface Port {
  readonly at: Vec
  readonly side?: Side
}

/** One end of a line: the places it may start from, and the box it must go round. */
export interface ElbowEnd {
  readonly ports: readonly Port[]
  readonly box?: Box
}

export interface Elbow {
  readonly points: readonly Vec[]
  readonly from: Side | undefined
  readonly to: Side | undefined
}

/** How far a line keeps from the boxes it goes round, page units. */
const MARGIN = 32
/** What a corner costs, in page units of way. */
const BEND = 30
/** What sides that face each other are worth. */
const FACING = 60
/** Between boxes closer than this there is no room for a line that faces both. */
const LEAST_GAP = 40

/**
 * The best line of horizontal and vertical parts between two ends: short, with few corners, and round both boxes where
 * they leave room for that. Where they overlap it takes no notice of them.
 */
export function elbowPath(start: ElbowEnd, end: ElbowEnd): Elbow {
  const best = cheapest(start, end, simpleWays, true) ?? cheapest(start, end, longWays, true)
  const found = best ?? cheapest(start, end, simpleWays, false)
  return found ?? { points: [], from: undefined, to: undefined }
}

/** Corners between the ends of the two stubs. */
type Ways = (from: Vec, to: Vec, lanes: Lanes) => Generator<readonly Vec[]>

interface Lanes {
  readonly xs: readonly number[]
  readonly ys: readonly number[]
}

function cheapest(start: ElbowEnd, end: ElbowEnd, ways: Ways, around: boolean): Elbow | undefined {
  const lanes = lanesOf(start, end)
  const facing = facingSides(start.box, end.box)
  let best: Elbow | undefined
  let least = Infinity
  for (const from of start.ports)
    for (const to of end.ports) {
      const out = stub(from, start.box, end.box)
      const into = stub(to, end.box, start.box)
      const bonus = facing && facing[0] === from.side && facing[1] === to.side ? FACING : 0
      if (Math.abs(out[0] - into[0]) + Math.abs(out[1] - into[1]) - bonus >= least) continue
      for (const corners of ways(out, into, lanes)) {
        const points = straightened([from.at, out, ...corners, into, to.at])
        const cost = costOf(points, around ? [start.box, end.box] : NO_BOXES) - bonus
        // Equally good ways do not take turns because of rounding.
        if (cost >= least - 0.001) continue
        least = cost
        best = { points, from: from.side, to: to.side }
      }
    }
  return best
}

const NO_BOXES: readonly (Box | undefined)[] = []

/** The way halfway between the boxes comes first: of equally good ways the first is taken. */
function* simpleWays(from: Vec, to: Vec, { xs, ys }: Lanes): Generator<readonly Vec[]> {
  for (const x of xs)
    yield [
      [x, from[1]],
      [x, to[1]],
    ]
  for (const y of ys)
    yield [
      [from[0], y],
      [to[0], y],
    ]
  yield [[to[0], from[1]]]
  yield [[from[0], to[1]]]
}

function* longWays(from: Vec, to: Vec, { xs, ys }: Lanes): Generator<readonly Vec[]> {
  for (const x of xs)
    for (const y of ys) {
      yield [
        [from[0], y],
        [x, y],
        [x, to[1]],
      ]
      yield [
        [x, from[1]],
        [x, y],
        [to[0], y],
      ]
    }
}

/** Where lines may run: between the two boxes, and outside of both. */
function lanesOf(start: ElbowEnd, end: ElbowEnd): Lanes {
  const [a, b] = [extentOf(start), extentOf(end)]
  return {
    xs: [between(a.x, a.x + a.w, b.x, b.x + b.w), ...outside(a.x, a.x + a.w, b.x, b.x + b.w)],
    ys: [between(a.y, a.y + a.h, b.y, b.y + b.h), ...outside(a.y, a.y + a.h, b.y, b.y + b.h)],
  }
}

function extentOf({ box, ports }: ElbowEnd): Box {
  const [x, y] = ports[0]?.at ?? [0, 0]
  return box ?? { x, y, w: 0, h: 0 }
}

const between = (low1: number, high1: number, low2: number, high2: number): number =>
  low2 >= high1 ? (high1 + low2) / 2 : low1 >= high2 ? (high2 + low1) / 2 : (low1 + high1 + low2 + high2) / 4

const outside = (low1: number, high1: number, low2: number, high2: number): readonly [number, number] => [
  Math.min(low1, low2) - MARGIN,
  Math.max(high1, high2) + MARGIN,
]

/** The sides that look at each other over the wider gap, if there is one. */
function facingSides(a: Box | undefined, b: Box | undefined): readonly [Side, Side] | undefined {
  if (!a || !b) return undefined
  const right = b.x - (a.x + a.w)
  const left = a.x - (b.x + b.w)
  const down = b.y - (a.y + a.h)
  const up = a.y - (b.y + b.h)
  const most = Math.max(right, left, down, up)
  if (most < LEAST_GAP) return undefined
  if (most === right) return ['right', 'left']
  if (most === left) return ['left', 'right']
  return most === down ? ['bottom', 'top'] : ['top', 'bottom']
}

/** The end of the first piece of a line: a margin away from its box, or halfway to the other one if that is near. */
function stub({ at, side }: Port, box: Box | undefined, other: Box | undefined): Vec {
  if (!side) return at
  if (!box) return at
  const edge = edgeOf(box, side)
  const [dx, dy] = OUTWARD[side]
  const sign = dx + dy
  let reach = MARGIN
  const alongside =
    other && (dx === 0 ? overlaps(box.x, box.w, other.x, other.w) : overlaps(box.y, box.h, other.y, other.h))
  if (other && alongside) {
    const gap = (edgeOf(other, OPPOSITE[side]) - edge) * sign
    if (gap >= 0) reach = Math.min(MARGIN, gap / 2)
  }
  const to = edge + sign * reach
  return dx === 0 ? [at[0], to] : [to, at[1]]
}

export const OPPOSITE: Readonly<Record<Side, Side>> = {
  top: 'bottom',
  right: 'left',
  bottom: 'top',
  left: 'right',
}

function edgeOf({ x, y, w, h }: Box, side: Side): number {
  return { top: y, right: x + w, bottom: y + h, left: x }[side]
}

const overlaps = (from: number, size: number, from2: number, size2: number): boolean =>
  from < from2 + size2 && from2 < from + size

/** Without points that a line only passes straight through. Where it turns back on itself, the turn stays. */
function straightened(points: readonly Vec[]): Vec[] {
  const kept: Vec[] = []
  for (const point of points) {
    const last = kept.at(-1)
    if (last && same(last[0], point[0]) && same(last[1], point[1])) continue
    const before = kept.at(-2)
    if (last && before && goesOn(before, last, point)) kept.pop()
    kept.push(point)
  }
  return kept
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.001

function goesOn(a: Vec, b: Vec, c: Vec): boolean {
  if (same(a[0], b[0]) && same(b[0], c[0])) return (b[1] - a[1]) * (c[1] - b[1]) >= 0
  return same(a[1], b[1]) && same(b[1], c[1]) && (b[0] - a[0]) * (c[0] - b[0]) >= 0
}

/** Length and corners of a line in page units; Infinity if it runs through a box or back on itself. */
function costOf(points: readonly Vec[], boxes: readonly (Box | undefined)[]): number {
  let cost = BEND * Math.max(0, points.length - 2)
  for (let i = 1; i < points.length; i++) {
    const [a, b, c] = [points[i - 1], points[i], points[i + 1]]
    if (!a || !b) continue
    cost += Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1])
    if (c && isTurnBack(a, b, c)) return Infinity
    for (const [index, box] of boxes.entries()) {
      if (!box) continue
      // An end may lie within its own box.
      const own = (index === 0 && i === 1) || (index === 1 && i === points.length - 1)
      if (!own && crosses(a, b, box, 0)) return Infinity
      if (!own && crosses(a, b, box, -MARGIN / 4)) cost += BEND
    }
  }
  return cost
}

const isTurnBack = (a: Vec, b: Vec, c: Vec): boolean =>
  (same(a[0], b[0]) && same(b[0], c[0])) || (same(a[1], b[1]) && same(b[1], c[1]))

/** Does a horizontal or vertical piece run through the inside of a box, made smaller by `by` on each side? */
function crosses(a: Vec, b: Vec, { x, y, w, h }: Box, by: number): boolean {
  const slack = by + 0.001
  return (
    Math.max(a[0], b[0]) > x + slack &&
    Math.min(a[0], b[0]) < x + w - slack &&
    Math.max(a[1], b[1]) > y + slack &&
    Math.min(a[1], b[1]) < y + h - slack
  )
}
