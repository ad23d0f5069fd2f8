import { ordersAbove } from '../../../shared/model/order.ts'
import type { Editor } from '../editor.ts'

/** Stacking orders for `count` new shapes on top of the board, lowest first. */
export function ordersOnTop({ workshop, board }: Editor, count: number): string[] {
  return ordersAbove(workshop.shapes.all(board.get()).at(-1)?.order, count)
}
