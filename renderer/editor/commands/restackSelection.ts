import { restack, type StackMove } from '../../../shared/model/restack.ts'
import type { Editor } from '../editor.ts'
import { isCard } from '../journey/cellsOnBoard.ts'
import { placeableShapes } from '../units.ts'

/** Moves the selection up or down in the stack; its shapes keep their order among each other. */
export function restackSelection(editor: Editor, move: StackMove): void {
  const { workshop, board, readOnly } = editor
  if (readOnly) return
  const ids = new Set(placeableShapes(editor).map(({ id }) => id))
  // Cards lie right above their map, whatever is done.
  const stack = workshop.shapes.all(board.get()).filter((shape) => !isCard(editor, shape))
  const orders = restack(stack, ids, move)
  if (orders.size === 0) return
  workshop.change((change) => {
    for (const [id, order] of orders) change.update(id, { order })
  })
}
