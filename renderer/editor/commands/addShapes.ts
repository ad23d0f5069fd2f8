import type { Vec } from '../../../shared/geometry/vec.ts'
import { copyShapes } from '../../../shared/model/copyShapes.ts'
import { newGroupId, newShapeId } from '../../../shared/model/ids.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { movedShape } from '../preview.ts'
import { addSettled } from '../settleInSections.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Adds copies of `shapes` (bottom to top) on top of the board, moved by page units, and selects what is seen of them. */
export function addShapes(editor: Editor, shapes: readonly Shape[], by: Vec = [0, 0]): void {
  if (shapes.length === 0 || editor.readOnly) return
  const orders = ordersOnTop(editor, shapes.length)
  const copies = copyShapes(shapes, { shape: newShapeId, group: newGroupId })
  const added = copies.map((shape, index) => ({
    ...movedShape(shape, by),
    board: editor.board.get(),
    order: orders[index] ?? shape.order,
  }))
  editor.workshop.change((change) => addSettled(editor, change, added))
  const { isHidden } = editor.workshop.shapes
  editor.selection.set(new Set(copies.map(({ id }) => id).filter((id) => !isHidden(id))))
}

/** How far a copy lies from its original, in page units. */
export const COPY_OFFSET: Vec = [24, 24]
