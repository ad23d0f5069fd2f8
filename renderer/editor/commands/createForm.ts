import { boxAbout, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { limitGeometry, type Form } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { addSettled } from '../settleInSections.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Size of a form that was not dragged out, in page units. */
const FORM_SIZE: Vec = [180, 120]

/** Where a form of the usual size lies with its middle at a page point. */
export const usualBox = (middle: Vec): Box => boxAbout(middle, ...FORM_SIZE)

/** A form that fills `box` (page units) and looks as the next one shall look. It is not in the document yet. */
export function newForm({ board, nextStyle }: Editor, form: Form['form'], { x, y, w, h }: Box): Form {
  const { stroke, fill, width, dash, align, direction } = nextStyle.get()
  return {
    id: newShapeId(),
    kind: 'form',
    form,
    board: board.get(),
    geometry: limitGeometry([x, y, w, h, 0]),
    order: 'a0',
    style: { stroke, fill, width, dash, ...(align && { align }), ...(direction !== 'auto' && { direction }) },
    text: '',
    grow: 0,
  }
}

/** Puts a form on top of the board and selects it; the next letter typed opens its text. */
export function addForm(editor: Editor, form: Form): ShapeId | undefined {
  if (editor.readOnly) return undefined
  const [order = form.order] = ordersOnTop(editor, 1)
  editor.workshop.change((change) => addSettled(editor, change, [{ ...form, order }]))
  editor.selection.set(new Set([form.id]))
  editor.fresh.set(form.id)
  return form.id
}
