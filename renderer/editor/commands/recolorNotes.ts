import type { NoteColor } from '../../../shared/model/color.ts'
import { selectedShapes, type Editor } from '../editor.ts'

/** Colours the selected notes and sections; with none selected, only the next note. */
export function recolorNotes(editor: Editor, color: NoteColor): void {
  editor.noteColor.set(color)
  editor.workshop.change((change) => {
    for (const shape of selectedShapes(editor))
      if ((shape.kind === 'note' || shape.kind === 'section') && shape.style.color !== color)
        change.update(shape.id, { style: { ...shape.style, color } })
  })
}
