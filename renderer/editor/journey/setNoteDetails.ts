import type { NoteDetails } from '../../../shared/journey/register.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'

/** What to change; `undefined` takes it away. */
export type DetailsPatch = { readonly [K in keyof NoteDetails]?: NoteDetails[K] | undefined }

/** Says more about notes than their texts do: one change; those of one `step` in a row are undone together. Nothing happens to locked ones, and where nothing is new. */
export function setNoteDetails(
  editor: Editor,
  ids: readonly ShapeId[],
  patch: DetailsPatch,
  step?: Step,
): void {
  const { shapes } = editor.workshop
  const fields = Object.entries(patch) as [keyof NoteDetails, unknown][]
  const due = ids.filter((id) => {
    const note = shapes.get(id)
    if (note?.kind !== 'note' || isLocked(editor, note)) return false
    return fields.some(([field, value]) => note[field] !== value)
  })
  if (editor.readOnly || due.length === 0) return
  editor.workshop.change((change) => {
    for (const id of due) change.update(id, patch)
  }, step)
}
