import { sub, type Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId } from '../../../shared/model/ids.ts'
import { linksIn } from '../../../shared/model/linksIn.ts'
import { frameOf, type PlainText } from '../../../shared/model/shape.ts'
import { fitText } from '../../../shared/scene/fitText.ts'
import type { Editor } from '../editor.ts'
import { movedShape } from '../preview.ts'
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
  const set = fitText<PlainText>({ ...bare, autoWidth: true }, editor.measure)
  const fits = set.geometry[2] <= MOST_WIDTH
  const narrow = fits
    ? set
    : fitText<PlainText>({ ...bare, geometry: [0, 0, MOST_WIDTH, 1, 0] }, editor.measure)
  const { w, h } = frameOf(narrow)
  const place: Vec = [middle[0] - w / 2, middle[1] - h / 2]
  editor.workshop.change((change) =>
    change.add(movedShape(narrow, sub(place, [narrow.geometry[0], narrow.geometry[1]]))),
  )
  editor.selection.set(new Set([narrow.id]))
}
