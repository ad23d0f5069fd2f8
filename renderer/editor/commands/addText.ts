import type { Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId } from '../../../shared/model/ids.ts'
import { linksIn } from '../../../shared/model/linksIn.ts'
import type { PlainText } from '../../../shared/model/shape.ts'
import { textBoxOf } from '../../../shared/scene/textBox.ts'
import { grownToText, naturalWidth } from '../../../shared/scene/textLayout.ts'
import type { Editor } from '../editor.ts'
import { ordersOnTop } from './ordersOnTop.ts'
import { limitText } from './setText.ts'

/** Wider text than this gets lines, page units. */
const MOST_WIDTH = 640

/** Puts text on the board by itself, around a page point, and selects it. */
export function addText(editor: Editor, words: string, middle: Vec): void {
  const text = limitText(words)
  if (editor.readOnly || text.trim() === '') return
  const [order = 'a0'] = ordersOnTop(editor, 1)
  const { font, stroke } = editor.nextStyle.get()
  const links = linksIn(text)
  const bare: PlainText = {
    id: newShapeId(),
    kind: 'text',
    board: editor.board.get(),
    geometry: [0, 0, 1, 1, 0],
    order,
    style: { color: stroke, font },
    text,
    ...(links.length > 0 && { marks: [...links] }),
    grow: 0,
  }
  const natural = naturalWidth(textBoxOf(bare), font, editor.measure)
  const w = Math.min(natural, MOST_WIDTH)
  const set = grownToText<PlainText>(
    { ...bare, geometry: [0, 0, w, 1, 0], ...(natural <= MOST_WIDTH && { autoWidth: true }) },
    editor.measure,
  )
  const geometry: PlainText['geometry'] = [middle[0] - w / 2, middle[1] - (1 + set.grow) / 2, w, 1, 0]
  editor.workshop.change((change) => change.add({ ...set, geometry }))
  editor.selection.set(new Set([set.id]))
}
