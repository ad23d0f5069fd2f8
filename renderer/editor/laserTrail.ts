import type { Vec } from '../../shared/geometry/vec.ts'

/** How long what the laser pointer has drawn can be seen, in ms. */
export const GLOW_MS = 1000

/** Where the laser pointer has been, and when (ms, as `performance.now` counts them). */
export interface LaserPoint {
  /** Page units. */
  readonly point: Vec
  readonly at: number
  /** The button went down here: no line leads to this point. */
  readonly first?: true
}

/** What the laser pointer has left behind. Never part of the document. */
export interface LaserTrail {
  /** The oldest first. Those that have gone out may still be among them. */
  readonly points: readonly LaserPoint[]
  /** The button is down: the last point glows however old it is. */
  readonly held: boolean
}

export const NO_TRAIL: LaserTrail = { points: [], held: false }

/** How brightly a point still glows at a time: 1 is new, 0 has gone out. */
export const glowOf = ({ at }: LaserPoint, now: number): number => Math.max(0, 1 - (now - at) / GLOW_MS)

/** The trail with more points, without those that have gone out. */
export function longerTrail({ points }: LaserTrail, next: readonly LaserPoint[], now: number): LaserTrail {
  const firstSeen = points.findIndex((one) => glowOf(one, now) > 0)
  return { points: [...(firstSeen < 0 ? [] : points.slice(firstSeen)), ...next], held: true }
}
