import type { Vec } from '../../../shared/geometry/vec.ts'

/** A point that is told now and then where it is, and goes there smoothly. Page units and ms. */
export interface Glide {
  readonly from: Vec
  readonly to: Vec
  /** When it set out, and how long it takes. */
  readonly since: number
  readonly lasts: number
}

/** Samples come every 50 ms; somewhat longer hides that one is late. */
const LEAST_MS = 45
const MOST_MS = 130
/** After such a pause the next sample says nothing about how long the one after it will take. */
const PAUSE_MS = 300
const SLACK = 1.2

/** Where it goes from now on, in about the time until the next sample. Appears where it is at first. */
export function glideTo(last: Glide | undefined, to: Vec, now: number): Glide {
  if (!last) return { from: to, to, since: now, lasts: 0 }
  if (to[0] === last.to[0] && to[1] === last.to[1]) return last
  const gap = now - last.since
  // One that came early says little about the next, one that came late says more.
  const likely = Math.max(gap * SLACK, last.lasts * 0.9)
  const lasts = gap > PAUSE_MS ? LEAST_MS : Math.min(MOST_MS, Math.max(LEAST_MS, likely))
  return { from: glideAt(last, now), to, since: now, lasts }
}

export function glideAt({ from, to, since, lasts }: Glide, now: number): Vec {
  const way = lasts === 0 ? 1 : Math.min(1, Math.max(0, (now - since) / lasts))
  return [from[0] + (to[0] - from[0]) * way, from[1] + (to[1] - from[1]) * way]
}
