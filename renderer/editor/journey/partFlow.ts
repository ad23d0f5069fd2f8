import { STEP_TEXTS, type OpenPart, type StepText } from '../openPart.ts'
import type { Editor } from '../editor.ts'
import { chooseStep, nextCaption } from './frameCommands.ts'

/** Enter in a part's field: on to what one types next. Captions lead to the next frame's, titles to the caption. */
export function goOn(editor: Editor, open: OpenPart): void {
  const step = open.kind === 'step' ? editor.workshop.journeys.get('steps', open.id) : undefined
  if (open.kind !== 'step' || !step) return editor.openPart.set(null)
  if (open.part === 'caption') nextCaption(editor, open.view, step)
  else if (open.part === 'title') editor.openPart.set({ ...open, part: 'caption' })
  else editor.openPart.set(null)
}

/** Tab in a part's field: title, caption, what we do today, place, then the next frame; backwards with -1. */
export function goToText(editor: Editor, open: OpenPart, by: 1 | -1): void {
  if (open.kind !== 'step') return editor.openPart.set(null)
  const next = STEP_TEXTS[STEP_TEXTS.indexOf(open.part as StepText) + by]
  if (next) return editor.openPart.set({ ...open, part: next })
  const { journeys } = editor.workshop
  const journey = journeys.get('steps', open.id)?.journey
  const steps = journey === undefined ? [] : journeys.stepsOf(journey)
  const beside = steps[steps.findIndex(({ id }) => id === open.id) + by]
  if (!beside) return editor.openPart.set(null)
  chooseStep(editor, beside.id)
  editor.openPart.set({ ...open, id: beside.id, part: by > 0 ? 'title' : 'place' })
}
