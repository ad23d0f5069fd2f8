/** Stands in for nanoid where a run has to be the same every time: see `seedIds`. */
let state = 1

/** From now on ids follow from `seed`. */
export const seedIds = (seed: number): void => void (state = seed)

/** As random as it looks: which of two ids is smaller decides ties. */
export function nanoid(length = 12): string {
  let id = ''
  while (id.length < length) id += next().toString(36).padStart(6, '0').slice(-6)
  return id.slice(0, length)
}

/** Mulberry32. */
function next(): number {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return (mixed ^ (mixed >>> 14)) >>> 0
}
