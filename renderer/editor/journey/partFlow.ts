import { STEP_TEXTS, type OpenPart, type StepText } from '../openPart.ts'
import type { Editor } from '../editor.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import type { JourneyMap } from '../../../shared/model/shape.ts'
import { chooseStep, nextCaption } from './frameCommands.ts'
import { addColumn } from './mapCommands.ts'

/** Enter in a part's field: on to what one types next. Captions lead to the next frame's, titles to the caption. */
export function goOn(editor: Editor, open: OpenPart): void {
  const map = mapOf(editor, open)
  if (map) return goOnInMap(editor, open, map.journey)
  const step = open.kind === 'step' ? editor.workshop.journeys.get('steps', open.id) : undefined
  if (open.kind !== 'step' || !step) return editor.openPart.set(null)
  if (open.part === 'caption') nextCaption(editor, open.view, step)
  else if (open.part === 'title') editor.openPart.set({ ...open, part: 'caption' })
  else editor.openPart.set(null)
}

/** Tab in a part's field: title, caption, what we do today, place, then the next frame; backwards with -1. */
export function goToText(editor: Editor, open: OpenPart, by: 1 | -1): void {
  if (open.kind !== 'step') return editor.openPart.set(null)
  if (mapOf(editor, open)) return goAlong(editor, open, by)
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

function mapOf({ workshop }: Editor, { view }: OpenPart): JourneyMap | undefined {
  const shape = workshop.shapes.get(view)
  return shape?.kind === 'map' ? shape : undefined
}

/** In a map, a stage without steps gets its first one; everything else is done. */
function goOnInMap(editor: Editor, open: OpenPart, journey: JourneyId): void {
  editor.openPart.set(null)
  if (open.kind !== 'stage') return
  const steps = editor.workshop.journeys.stepsOf(journey)
  if (!steps.some(({ stage }) => stage === open.id)) addColumn(editor, open.view, { journey, stage: open.id })
}

/** In a map, Tab goes along the row: to the same text of the next step, and from the last title to a new step. */
function goAlong(editor: Editor, open: Extract<OpenPart, { kind: 'step' }>, by: 1 | -1): void {
  const { journeys } = editor.workshop
  const step = journeys.get('steps', open.id)
  const steps = step ? journeys.stepsOf(step.journey) : []
  const beside = steps[steps.findIndex(({ id }) => id === open.id) + by]
  if (beside) {
    chooseStep(editor, beside.id)
    editor.openPart.set({ ...open, id: beside.id })
  } else if (step && by > 0 && open.part === 'title' && step.title.trim() !== '')
    addColumn(editor, open.view, { journey: step.journey, stage: step.stage, after: step.id })
  else editor.openPart.set(null)
}
