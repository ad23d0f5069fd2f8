import type { Vec } from './vec.ts'

/** A cubic Bézier curve: both ends with their control points between them. */
export type Cubic = readonly [start: Vec, out: Vec, into: Vec, end: Vec]

const mix = (a: Vec, b: Vec, t: number): Vec => [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]

/** The curve cut at `t` (0 to 1): what comes before it, and what comes after. */
export function splitCubic([p0, p1, p2, p3]: Cubic, t: number): readonly [Cubic, Cubic] {
  const [a, b, c] = [mix(p0, p1, t), mix(p1, p2, t), mix(p2, p3, t)]
  const [ab, bc] = [mix(a, b, t), mix(b, c, t)]
  const at = mix(ab, bc, t)
  return [
    [p0, a, ab, at],
    [at, bc, c, p3],
  ]
}

export function pointOnCubic([p0, p1, p2, p3]: Cubic, t: number): Vec {
  const u = 1 - t
  const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t]
  return [a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]]
}

/** `count` + 1 points along the curve, ends included: so near that their lines stand for it. */
export const flattenCubic = (cubic: Cubic, count: number): Vec[] =>
  Array.from({ length: count + 1 }, (_, step) => pointOnCubic(cubic, step / count))
