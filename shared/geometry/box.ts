import type { Vec } from './vec.ts'

/** An upright rectangle. Page units unless said otherwise; `w` and `h` are never negative. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}

/** The box between two corners, in any order. */
export function boxBetween(a: Vec, b: Vec): Box {
  return {
    x: Math.min(a[0], b[0]),
    y: Math.min(a[1], b[1]),
    w: Math.abs(a[0] - b[0]),
    h: Math.abs(a[1] - b[1]),
  }
}

/** The box of a size with its middle at a point. */
export const boxAbout = ([x, y]: Vec, w: number, h: number): Box => ({ x: x - w / 2, y: y - h / 2, w, h })

export const contains = (box: Box, [x, y]: Vec): boolean =>
  x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h

/** Does `inner` lie in `outer` as a whole? */
export const within = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h

export const intersects = (a: Box, b: Box): boolean =>
  a.x <= b.x + b.w && b.x <= a.x + a.w && a.y <= b.y + b.h && b.y <= a.y + a.h

/** What two boxes have in common; nothing where they don't touch. */
export function intersection(a: Box, b: Box): Box | undefined {
  if (!intersects(a, b)) return undefined
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return { x, y, w: Math.min(a.x + a.w, b.x + b.w) - x, h: Math.min(a.y + a.h, b.y + b.h) - y }
}

export const center = (box: Box): Vec => [box.x + box.w / 2, box.y + box.h / 2]

/** Larger by `by` on every side; a negative `by` shrinks, but not below nothing. */
export function grow(box: Box, by: number): Box {
  const w = Math.max(0, box.w + 2 * by)
  const h = Math.max(0, box.h + 2 * by)
  const [x, y] = center(box)
  return { x: x - w / 2, y: y - h / 2, w, h }
}

/** The smallest box around all of them; nothing for none. */
export function unionOf(boxes: Iterable<Box>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const box of boxes) {
    left = Math.min(left, box.x)
    top = Math.min(top, box.y)
    right = Math.max(right, box.x + box.w)
    bottom = Math.max(bottom, box.y + box.h)
  }
  return left === Infinity ? undefined : { x: left, y: top, w: right - left, h: bottom - top }
}

/** The smallest box around points; an empty one at the origin for none. */
export function around(points: readonly Vec[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x)
    bottom = Math.max(bottom, y)
  }
  return left === Infinity
    ? { x: 0, y: 0, w: 0, h: 0 }
    : { x: left, y: top, w: right - left, h: bottom - top }
}
