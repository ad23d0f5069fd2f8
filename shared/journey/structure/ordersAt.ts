import { ordersAbove, ordersBetween } from '../../model/order.ts'

/** Something that has a place among others of its kind. */
export interface Sibling {
  readonly id: string
  readonly order: string
}

/** What is to be written so that new or moved ones get a place among others. */
export interface Orders {
  /** Of those that come, in their order. */
  readonly orders: readonly string[]
  /** New ones of those around the place, by id: where there was no room. Almost always none. */
  readonly renumbered: ReadonlyMap<string, string>
}

/** Where among others something belongs; nothing said is at the end. What names nothing that is there counts as nothing said. */
export interface Spot<Id extends string> {
  readonly before?: Id | undefined
  readonly after?: Id | undefined
}

/** The index at which something comes into `siblings`, which are in order. */
export function indexAt<Id extends string>(
  siblings: readonly Sibling[],
  { before, after }: Spot<Id>,
): number {
  const indexOf = (id: Id | undefined) =>
    id === undefined ? -1 : siblings.findIndex((sibling) => sibling.id === id)
  const ahead = indexOf(before)
  if (ahead >= 0) return ahead
  const behind = indexOf(after)
  return behind >= 0 ? behind + 1 : siblings.length
}

/**
 * Orders for `count` that come before the sibling at index `at`. Two people who add at the same place give theirs the
 * same order, and peers may hold what is no order at all: between those there is no room, and as few of them as need be
 * get new orders.
 */
export function ordersAt(siblings: readonly Sibling[], at: number, count: number): Orders {
  for (let reach = 0; reach <= siblings.length; reach++) {
    const from = Math.max(0, at - reach)
    const to = Math.min(siblings.length, at + reach)
    const all = ordersBetween(siblings[from - 1]?.order, siblings[to]?.order, to - from + count)
    if (all) return split(siblings, all, { from, at, count, to })
  }
  const all = ordersAbove([], siblings.length + count)
  return split(siblings, all, { from: 0, at, count, to: siblings.length })
}

function split(
  siblings: readonly Sibling[],
  all: readonly string[],
  { from, at, count, to }: { from: number; at: number; count: number; to: number },
): Orders {
  const own = at - from
  const others = [...all.slice(0, own), ...all.slice(own + count)]
  const renumbered = siblings
    .slice(from, to)
    .map(({ id, order }, index) => [id, others[index] ?? order] as const)
  return { orders: all.slice(own, own + count), renumbered: new Map(renumbered) }
}
