/**
 * Which of some different numbers are in order, by index: as many as can be. The others are those that were moved, as
 * few as can be.
 */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  /** By length: the index at which the best row of that length ends. */
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [index, number] of numbers.entries()) {
    let length = ends.findIndex((end) => (numbers[end] ?? 0) >= number)
    if (length < 0) length = ends.length
    before.set(index, ends[length - 1])
    ends[length] = index
  }
  const found = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = before.get(at)) found.add(at)
  return found
}
