import type { StepId } from '../../../shared/journey/ids.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'

/** Puts a note to another step of its journey, in the lane where it is; without a step into the journey's tray. */
export function setNoteStep(editor: Editor, id: ShapeId, step: StepId | undefined): void {
  const note = editor.workshop.shapes.get(id)
  if (editor.readOnly || note?.kind !== 'note' || !note.cell || isLocked(editor, note)) return
  if (note.cell.step === step) return
  const { step: _, stage: __, ...rest } = note.cell
  const cell = step === undefined ? rest : { ...rest, step }
  editor.workshop.change((change) => change.update(id, { cell }))
}
