import type { NoteColor } from '../../../shared/model/color.ts'
import { selectedShapes, type Editor } from '../editor.ts'

/** Colours the selected notes; with nothing selected, only the next note. */
export function recolorNotes(editor: Editor, color: NoteColor): void {
  editor.noteColor.set(color)
  const others = selectedShapes(editor).filter((shape) => shape.style.color !== color)
  if (others.length === 0) return
  editor.workshop.change((change) => {
    for (const { id, style } of others) change.update(id, { style: { ...style, color } })
  })
}
