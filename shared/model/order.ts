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

/** Longest fractional index that is read or written, in characters. */
export const MOST_ORDER = 200

/**
 * `count` indexes above the highest that is one, lowest first. `orders` are those there are, highest first: peers and
 * old files may hold strings that are no fractional index, and above those there may be no room.
 */
export function ordersAbove(orders: Iterable<string>, count: number): string[] {
  for (const order of orders) {
    const above = tryAbove(order, count)
    if (above) return above
  }
  return generateNKeysBetween(null, null, count)
}

/**
 * An index between two, or beyond one where the other is missing. Nothing where there is no room: the two are equal,
 * in the wrong order, no fractional indexes at all, or grown too long.
 */
export function orderBetween(below: string | undefined, above: string | undefined): string | undefined {
  return ordersBetween(below, above, 1)?.[0]
}

/** As many indexes between two, lowest first, or nothing where there is no room: see `orderBetween`. */
export function ordersBetween(
  below: string | undefined,
  above: string | undefined,
  count: number,
): string[] | undefined {
  if (below !== undefined && above !== undefined && below >= above) return undefined
  try {
    const between = generateNKeysBetween(below ?? null, above ?? null, count)
    return between.every((key) => key.length <= MOST_ORDER) ? between : undefined
  } catch {
    return undefined
  }
}

function tryAbove(order: string, count: number): string[] | undefined {
  try {
    const above = generateNKeysBetween(order, null, count)
    return above.every((key) => key.length <= MOST_ORDER) ? above : undefined
  } catch {
    return undefined // it is no fractional index
  }
}
