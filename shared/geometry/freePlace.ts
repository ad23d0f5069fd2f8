import type { Vec } from './vec.ts'

/** Rings around the start before a place may be taken, too. */
const MOST_RINGS = 60

/**
 * The middle nearest to `start` on a grid around it that is not taken: ring by ring outwards, each from its top. `pitch`:
 * between two places, page units. `left`: so many of the nearest are left to others. `start` itself if everything is taken.
 */
export function freePlace(start: Vec, pitch: number, isTaken: (middle: Vec) => boolean, left = 0): Vec {
  let free = 0
  for (let ring = 0; ring <= MOST_RINGS; ring++)
    for (const [column, row] of ringOf(ring)) {
      const middle: Vec = [start[0] + column * pitch, start[1] + row * pitch]
      if (!isTaken(middle) && free++ === left) return middle
    }
  return start
}

/** The places of a grid that are so many steps away from its middle, row by row. */
function ringOf(ring: number): readonly Vec[] {
  const places: Vec[] = []
  for (let row = -ring; row <= ring; row++) {
    const step = Math.abs(row) === ring ? 1 : 2 * ring
    for (let column = -ring; column <= ring; column += Math.max(1, step)) places.push([column, row])
  }
  return places
}
