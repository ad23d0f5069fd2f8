import type { Board } from './boards.ts'
import type { BoardId } from './ids.ts'
import { orderBetween, ordersAbove } from './order.ts'

/**
 * The orders to write so that a board lies at `index` among the boards as they are listed. Mostly one; all of them
 * where there is no room between two, as when two people added a board at the same time.
 */
export function moveBoard(
  boards: readonly Board[],
  id: BoardId,
  index: number,
): ReadonlyMap<BoardId, string> {
  const from = boards.findIndex((board) => board.id === id)
  const moved = boards[from]
  const to = Math.max(0, Math.min(boards.length - 1, index))
  if (!moved || from === to) return new Map()
  const next = boards.toSpliced(from, 1).toSpliced(to, 0, moved)
  // The order of a lost board is nowhere but here: before others are placed by it, it is written down.
  const between = boards.some(({ lost }) => lost)
    ? undefined
    : orderBetween(next[to - 1]?.order, next[to + 1]?.order)
  if (between !== undefined) return new Map([[id, between]])
  const orders = ordersAbove([], next.length)
  return new Map(next.map((board, place) => [board.id, orders[place] ?? board.order]))
}
