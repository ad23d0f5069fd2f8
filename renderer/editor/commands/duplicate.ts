import { sub, type Vec } from '../../../shared/geometry/vec.ts'
import { copyShapes } from '../../../shared/model/copyShapes.ts'
import { newGroupId, newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import { cutWith } from '../carried.ts'
import { selectedShapes, shapesInOrder, type Editor } from '../editor.ts'
import { movedShape } from '../preview.ts'
import { addSettled } from '../settleInSections.ts'
import { COPY_OFFSET } from './addShapes.ts'
import { ordersOnTop } from './ordersOnTop.ts'
import { duplicateStories, withoutShownViews } from './viewCopies.ts'

/**
 * Copies the selection beside itself. Done again with the copies still selected, the next ones lie as far from those as
 * they lie from their originals by then.
 */
export function duplicateSelection(editor: Editor): void {
  // Beside a card lies another cell: its copy comes below it, in its own.
  const cards = selectedShapes(editor).every((shape) => shape.kind === 'note' && shape.cell !== undefined)
  duplicateBy(editor, cards ? [0, 1] : (nextOffset(editor) ?? COPY_OFFSET))
}

function nextOffset({ workshop, selection, lastCopies }: Editor): Vec | undefined {
  const last = lastCopies.get()
  const copy = last && workshop.shapes.get(last.copy)
  const selected = selection.get()
  if (!copy || selected.size !== last.ids.size || [...selected].some((id) => !last.ids.has(id)))
    return undefined
  const by = sub(cornerOf(copy), last.original)
  return by[0] === 0 && by[1] === 0 ? undefined : by
}

const cornerOf = ({ geometry: [x, y] }: Shape): Vec => [x, y]

/** Copies the selection with what it carries, moved by page units, on top of the board. The copies are selected. */
export function duplicateBy(editor: Editor, by: Vec): void {
  const { workshop, selection, board, readOnly } = editor
  const selected = selection.get()
  if (readOnly || duplicateStories(editor)) return
  const shapes = withoutShownViews(editor, shapesInOrder(editor, cutWith(editor, selected)))
  const [first] = shapes
  if (!first) return
  const orders = ordersOnTop(editor, shapes.length)
  // Copies stay in their section. Connectors let go of what was not copied, or they would lie on their originals.
  const stays = (id: ShapeId) => workshop.shapes.get(id)?.kind === 'section'
  const copies = copyShapes(shapes, { shape: newShapeId, group: newGroupId, stays })
  const added = copies.map((shape, index) => ({
    ...movedShape(shape, by),
    board: board.get(),
    order: orders[index] ?? shape.order,
  }))
  workshop.change((change) => addSettled(editor, change, added))
  const ids = new Set(
    copies.filter((_, index) => selected.has(shapes[index]?.id ?? first.id)).map(({ id }) => id),
  )
  const copy = copies[0]?.id
  if (copy) editor.lastCopies.set({ ids, copy, original: cornerOf(first) })
  selection.set(ids)
}
