import { generateNKeysBetween } from 'fractional-indexing'

interface Ordered {
  readonly id: string
  readonly order: string
}

/** Sorts by fractional index, then by id: the same on every machine. */
export function byOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** `count` indexes above `last` (the highest there is, or nothing on an empty board), lowest first. */
export function ordersAbove(last: string | undefined, count: number): string[] {
  try {
    return generateNKeysBetween(last ?? null, null, count)
  } catch {
    // A peer or an old file may hold a string that is no fractional index; anything longer sorts above it.
    return Array.from({ length: count }, (_, index) => `${last}~${String(index).padStart(6, '0')}`)
  }
}
