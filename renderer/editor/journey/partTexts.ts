import { MOST_NAME, MOST_WORDS } from '../../../shared/journey/entities.ts'
import type { Step as UndoStep } from '../../../shared/model/history.ts'
import type { Editor } from '../editor.ts'
import type { OpenPart } from '../openPart.ts'

/** The text of a part, as it lies in the document; nothing if it has none, or is gone. */
export function partText({ workshop }: Pick<Editor, 'workshop'>, open: OpenPart): string | undefined {
  const { journeys } = workshop
  if (open.kind === 'stage') return journeys.get('stages', open.id)?.name
  if (open.kind === 'journey') return journeys.get('journeys', open.id)?.name
  if (open.kind === 'lane') return journeys.get('lanes', open.id)?.name
  if (open.part === 'emotion' || open.part === 'channel') return undefined
  return journeys.get('steps', open.id)?.[open.part]
}

/** Makes a part's text read `text`. Edits of one `step` in a row are undone together. */
export function setPartText(
  { workshop, fixed }: Pick<Editor, 'workshop' | 'fixed'>,
  open: OpenPart,
  text: string,
  step?: UndoStep,
): void {
  if (fixed) return
  workshop.change((change) => {
    if (open.kind === 'stage') change.set('stages', open.id, { name: text })
    else if (open.kind === 'journey') change.set('journeys', open.id, { name: text })
    else if (open.kind === 'lane') change.set('lanes', open.id, { name: text })
    else if (open.part !== 'emotion' && open.part !== 'channel')
      change.set('steps', open.id, { [open.part]: text })
  }, step)
}

/** Is it a name, which has one line, or a text of several? */
export const isName = (open: OpenPart): boolean => open.kind !== 'step' || open.part === 'place'

/** Longest text of a part, in UTF-16 units. */
export const mostIn = (open: OpenPart): number => (isName(open) ? MOST_NAME : MOST_WORDS)
