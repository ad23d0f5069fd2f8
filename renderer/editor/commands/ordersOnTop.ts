import { ordersAbove } from '../../../shared/model/order.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'

/** Stacking orders for `count` new shapes on top of the board, lowest first. */
export function ordersOnTop({ workshop, board }: Editor, count: number): string[] {
  return ordersAbove(fromTheTop(workshop.shapes.all(board.get())), count)
}

function* fromTheTop(shapes: readonly Shape[]): Generator<string> {
  // What a map or a storyboard places lies right above it.
  for (let i = shapes.length - 1; i >= 0; i--) yield shapes[i]?.order.split('!')[0] ?? ''
}
