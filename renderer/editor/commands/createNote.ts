import type { Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { NOTE_SIZE } from '../../../shared/scene/noteLayout.ts'
import type { Editor } from '../editor.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Puts an empty note with its middle at a page point, selects it and opens it for typing. */
export function createNote(editor: Editor, middle: Vec): ShapeId | undefined {
  if (editor.readOnly) return undefined
  const id = newShapeId()
  const [order = 'a0'] = ordersOnTop(editor, 1)
  editor.workshop.change((change) =>
    change.add({
      id,
      kind: 'note',
      board: editor.board.get(),
      geometry: [middle[0] - NOTE_SIZE / 2, middle[1] - NOTE_SIZE / 2, NOTE_SIZE, NOTE_SIZE, 0],
      order,
      style: { color: editor.noteColor.get() },
      text: '',
      grow: 0,
    }),
  )
  editor.selection.set(new Set([id]))
  editor.editing.set(id)
  return id
}
