import type { RegisterRow } from '../../../shared/journey/register.ts'
import type { Editor } from '../../editor/editor.ts'
import { showNotes, showStep } from '../../editor/journey/showStep.ts'
import { coveredByPanel } from '../panel/coveredByPanel.ts'

/** Selects the note of a row and brings it into view; its step where the note is out of sight, in something collapsed. */
export function showRow(editor: Editor, { id, step }: Pick<RegisterRow, 'id' | 'step'>): void {
  const { shapes } = editor.workshop
  const note = shapes.get(id)
  if (!note) return
  if (!shapes.isHidden(id)) showNotes(editor, [note], coveredByPanel())
  else if (step) showStep(editor, step.id, coveredByPanel())
}
