import type { NoteColor } from '../../../shared/model/color.ts'
import { hasNoteColor } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { changeableShapes } from '../units.ts'

/**
 * Colours the selected notes, sections and figures that are not locked, and what is made next: notes, or where only
 * figures are selected, figures.
 */
export function recolorNotes(editor: Editor, color: NoteColor): void {
  const { kinds } = editor.selected.get()
  if (kinds.has('figure')) editor.nextStyle.set({ ...editor.nextStyle.get(), figure: color })
  if (!kinds.has('figure') || kinds.has('note')) editor.noteColor.set(color)
  if (editor.readOnly) return
  editor.workshop.change((change) => {
    for (const shape of changeableShapes(editor))
      if (hasNoteColor(shape) && shape.style.color !== color)
        change.update(shape.id, { style: { ...shape.style, color } })
  })
}
