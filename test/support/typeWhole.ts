import { smallestEdit } from '../../shared/model/editText.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { textOf } from '../../shared/model/shape.ts'
import type { Editor } from '../../renderer/editor/editor.ts'
import { beginTyping } from '../../renderer/editor/typing.ts'

/** Types by saying what the whole text reads after each key. `now` is a clock in ms. */
export function typeWhole(editor: Editor, id: ShapeId, now: () => number): (text: string) => void {
  const typing = beginTyping(editor, id, now)
  return (text) => {
    const shape = editor.workshop.shapes.get(id)
    const edit = smallestEdit(shape ? textOf(shape) : '', text)
    if (edit) typing({ edits: [{ ...edit, look: {} }] })
  }
}
