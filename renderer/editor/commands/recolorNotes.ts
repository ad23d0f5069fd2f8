import type { NoteColor } from '../../../shared/model/color.ts'
import type { Editor } from '../editor.ts'
import { changeableShapes } from '../units.ts'

/** Colours the selected notes and sections that are not locked; with none selected, only the next note. */
export function recolorNotes(editor: Editor, color: NoteColor): void {
  editor.noteColor.set(color)
  if (editor.readOnly) return
  editor.workshop.change((change) => {
    for (const shape of changeableShapes(editor))
      if ((shape.kind === 'note' || shape.kind === 'section') && shape.style.color !== color)
        change.update(shape.id, { style: { ...shape.style, color } })
  })
}
