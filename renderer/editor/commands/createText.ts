import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Step } from '../../../shared/model/history.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import type { PlainText } from '../../../shared/model/shape.ts'
import { fitText, lineBoxHeight } from '../../../shared/scene/fitText.ts'
import { TEXT_PADDING } from '../../../shared/scene/textBox.ts'
import type { Editor } from '../editor.ts'
import { stepOfMaking, typeInStep } from '../typing.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/**
 * Puts an empty text on the board and opens it for typing. Without `width` (page units) it is as wide as its longest
 * line, which begins at `at`; with it, `at` is its left end. `at` is half way up its first line.
 */
export function createText(editor: Editor, at: Vec, width?: number): ShapeId | undefined {
  if (editor.readOnly) return undefined
  const id = newShapeId()
  const { stroke, font, align, direction } = editor.nextStyle.get()
  const [order = 'a0'] = ordersOnTop(editor, 1)
  const h = lineBoxHeight(font, TEXT_PADDING)
  const text: PlainText = {
    id,
    kind: 'text',
    board: editor.board.get(),
    geometry: [
      at[0] - (width === undefined ? TEXT_PADDING : 0),
      at[1] - h / 2,
      width ?? 2 * TEXT_PADDING,
      h,
      0,
    ],
    order,
    style: { color: stroke, font, ...(align && { align }), ...(direction !== 'auto' && { direction }) },
    text: '',
    grow: 0,
    ...(width === undefined && { autoWidth: true }),
  }
  const step: Step = {}
  editor.workshop.change((change) => change.add(fitText(text, editor.measure)), step)
  typeInStep(editor, id, step)
  editor.selection.set(new Set([id]))
  editor.editing.set(id)
  return id
}

/** A text that was left without anything in it is gone: nobody could find it again. */
export function removeIfEmpty(editor: Editor, id: ShapeId): void {
  const shape = editor.workshop.shapes.get(id)
  if (shape?.kind !== 'text' || shape.text.trim() !== '' || editor.readOnly) return
  editor.workshop.change((change) => change.remove(id), stepOfMaking(editor, id))
}
