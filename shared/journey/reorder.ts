import { ordersAt, type Sibling } from './structure/ordersAt.ts'

/**
 * What to write so that one of a list comes to stand at `index`, counted without it: new orders, by id. One, where there
 * is room between its neighbours; else as many as need be, since peers may have given two the same. Nothing if it stays.
 */
export function reorder<T extends Sibling>(
  list: readonly T[],
  id: T['id'],
  index: number,
): ReadonlyMap<T['id'], string> {
  const from = list.findIndex((one) => one.id === id)
  const rest = list.filter((one) => one.id !== id)
  const to = Math.max(0, Math.min(index, rest.length))
  if (from < 0 || from === to) return new Map()
  const { orders, renumbered } = ordersAt(rest, to, 1)
  return new Map([...renumbered, [id, orders[0] ?? 'a0']])
}
