import type { Box } from './box.ts'
import { distance, type Vec } from './vec.ts'

/** A line through points, one after the other. */
export type Polyline = readonly Vec[]

export function lengthOf(line: Polyline): number {
  let length = 0
  for (let i = 1; i < line.length; i++) length += pieceLength(line, i)
  return length
}

const pieceLength = (line: Polyline, index: number): number => {
  const [a, b] = [line[index - 1], line[index]]
  return a && b ? distance(a, b) : 0
}

const between = (a: Vec, b: Vec, share: number): Vec => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]

/** The place `along` page units from the beginning; beyond the end, the end. */
export function pointAlong(line: Polyline, along: number): Vec {
  let left = along
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    if (!a || !b) continue
    const length = distance(a, b)
    if (length > 0 && left <= length) return between(a, b, Math.max(0, left / length))
    left -= length
  }
  return line.at(-1) ?? [0, 0]
}

export const middleOf = (line: Polyline): Vec => pointAlong(line, lengthOf(line) / 2)

/** Without the first `start` and the last `end` page units; empty if nothing is left. */
export function trimmed(line: Polyline, start: number, end: number): Polyline {
  if (start <= 0 && end <= 0) return line
  const length = lengthOf(line)
  if (start + end >= length) return []
  const kept: Vec[] = [pointAlong(line, start)]
  let passed = 0
  for (let i = 1; i < line.length - 1; i++) {
    passed += pieceLength(line, i)
    const point = line[i]
    if (point && passed > start && passed < length - end) kept.push(point)
  }
  return [...kept, pointAlong(line, length - end)]
}

/** The parts of a line that lie outside a box. */
export function outsideOf(line: Polyline, box: Box): Polyline[] {
  const parts: Vec[][] = []
  let open: Vec[] | undefined
  const put = (from: Vec, to: Vec) => {
    const last = open?.at(-1)
    if (open && last && distance(last, from) < 0.001) open.push(to)
    else parts.push((open = [from, to]))
  }
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1], line[i]]
    if (!a || !b) continue
    const within = shareWithin(a, b, box)
    if (!within) {
      put(a, b)
      continue
    }
    if (within[0] > 0) put(a, between(a, b, within[0]))
    if (within[1] < 1) put(between(a, b, within[1]), b)
  }
  return parts
}

/** From where to where a piece lies in a box, as shares of its length. */
function shareWithin(a: Vec, b: Vec, { x, y, w, h }: Box): readonly [number, number] | undefined {
  let [enter, leave] = [0, 1]
  for (const [from, to, low, high] of [
    [a[0], b[0], x, x + w],
    [a[1], b[1], y, y + h],
  ] as const) {
    const way = to - from
    if (way === 0) {
      if (from <= low || from >= high) return undefined
      continue
    }
    const [one, two] = [(low - from) / way, (high - from) / way]
    enter = Math.max(enter, Math.min(one, two))
    leave = Math.min(leave, Math.max(one, two))
  }
  return enter < leave ? [enter, leave] : undefined
}
