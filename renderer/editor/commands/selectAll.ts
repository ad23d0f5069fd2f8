import type { Editor } from '../editor.ts'
import { idsOf, isCatchable } from '../units.ts'

/** Selects all on the board but what is locked or out of sight. */
export function selectAll(editor: Editor): void {
  const { workshop, board, selection } = editor
  const shapes = workshop.shapes.all(board.get()).filter((shape) => isCatchable(editor, shape))
  selection.set(new Set(idsOf(shapes)))
}
