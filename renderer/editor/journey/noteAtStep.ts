import type { JourneyId, StepId } from '../../../shared/journey/ids.ts'
import { ordersAbove } from '../../../shared/model/order.ts'
import { limitText } from '../commands/setText.ts'
import type { Editor } from '../editor.ts'
import { addCellNote } from './addCellNote.ts'

/** What is noted frame by frame. */
export type NotedRole = 'pain' | 'opportunity'

interface Noted {
  readonly journey: JourneyId
  readonly step: StepId
  readonly role: NotedRole
}

/** Notes pain points or opportunities at a step, each in a note of its own. Pain points are open. One undo step. */
export function noteAtStep(editor: Editor, { journey, step, role }: Noted, texts: readonly string[]): void {
  const { workshop, readOnly } = editor
  if (readOnly || texts.length === 0) return
  const known = workshop.shapes.placement.notesOf(journey).map(({ order }) => order)
  const orders = ordersAbove(known.toReversed(), texts.length)
  workshop.change((change) => {
    for (const [index, text] of texts.entries())
      addCellNote(editor, change, {
        journey,
        step,
        role,
        text: limitText(text),
        status: 'open',
        ...(orders[index] !== undefined && { order: orders[index] }),
      })
  })
}
