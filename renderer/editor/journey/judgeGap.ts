import type { FoundGap } from '../../../shared/journey/gaps.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../editor.ts'
import { addCellNote } from './addCellNote.ts'

/** Takes a gap for real: it becomes a pain point, saying `text`, at the step where the customer may be lost. */
export function acceptGap(editor: Editor, gap: FoundGap, text: string): ShapeId | undefined {
  if (editor.fixed) return undefined
  let note: ShapeId | undefined
  editor.workshop.change((change) => {
    note = addCellNote(editor, change, {
      journey: gap.to.journey,
      role: 'pain',
      step: gap.to.id,
      text,
      status: 'open',
      evidence: 'assumed',
    })
    change.put('gaps', { ...saidOf(gap), state: 'accepted', reason: '', note })
  })
  return note
}

/** Says why a gap is none. */
export function dismissGap(editor: Editor, gap: FoundGap, reason: string): void {
  if (editor.fixed) return
  editor.workshop.change((change) => change.put('gaps', { ...saidOf(gap), state: 'dismissed', reason }))
}

/** Makes a gap a suggestion again. A pain point that it has become stays. */
export function reopenGap(editor: Editor, { id }: FoundGap): void {
  if (!editor.fixed) editor.workshop.change((change) => change.drop('gaps', id))
}

const saidOf = ({ id, kind, from, to }: FoundGap) => ({
  id,
  order: 'a0',
  journey: to.journey,
  from: from.id,
  to: to.id,
  kind,
})
