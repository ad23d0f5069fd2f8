import { orderBetween, ordersAbove } from '../model/order.ts'

interface Ordered {
  readonly id: string
  readonly order: string
}

/**
 * What to write so that one of a list comes to stand at `index`, counted without it: new orders, by id. One, where there
 * is room between its neighbours; else all of them, since peers may have given two the same. Nothing if it stays.
 */
export function reorder<T extends Ordered>(
  list: readonly T[],
  id: T['id'],
  index: number,
): ReadonlyMap<T['id'], string> {
  const from = list.findIndex((one) => one.id === id)
  const moved = list[from]
  const rest = list.filter((one) => one.id !== id)
  const to = Math.max(0, Math.min(index, rest.length))
  if (!moved || from === to) return new Map()
  const between = orderBetween(rest[to - 1]?.order, rest[to]?.order)
  if (between !== undefined) return new Map([[id, between]])
  const all = rest.toSpliced(to, 0, moved)
  const orders = ordersAbove([], all.length)
  return new Map(all.map((one, at) => [one.id, orders[at] ?? one.order]))
}
