import { addSteps, type StepFields, type StepSpot } from '../../../shared/journey/structure/addSteps.ts'
import { duplicateSteps } from '../../../shared/journey/structure/duplicateSteps.ts'
import { mergeSteps } from '../../../shared/journey/structure/mergeSteps.ts'
import { moveSteps } from '../../../shared/journey/structure/moveSteps.ts'
import type { Spot } from '../../../shared/journey/structure/ordersAt.ts'
import { neighboursOf, stepsInOrder } from '../../../shared/journey/structure/readers.ts'
import { removeSteps } from '../../../shared/journey/structure/removeSteps.ts'
import { splitStep, type Halves } from '../../../shared/journey/structure/splitStep.ts'
import type { StageId, StepId } from '../../../shared/journey/ids.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import type { Editor } from '../editor.ts'
import { choosePart } from './choosePart.ts'

/** Adds a step and selects it; gives its id. One undo step. */
export const insertStep = (editor: Editor, at: StepSpot, fields: StepFields = {}): StepId | undefined =>
  insertSteps(editor, at, [fields])[0]

/** Adds several in a row, and selects them; gives their ids, in order. One undo step. */
export const insertSteps = (editor: Editor, at: StepSpot, steps: readonly StepFields[]): readonly StepId[] =>
  choosing(editor, (change) => addSteps(editor.workshop, change, at, steps))

/** Copies steps, with what is drawn in their frames, right after the last of them, and selects the copies. */
export const copySteps = (editor: Editor, ids: Iterable<StepId>): readonly StepId[] =>
  choosing(editor, (change) => duplicateSteps(editor.workshop, change, ids))

/** Makes two steps of one, and selects the second, which has no words yet unless they are given. */
export const divideStep = (editor: Editor, id: StepId, halves: Halves = {}): StepId | undefined =>
  choosing(editor, (change) => splitStep(editor.workshop, change, id, halves) ?? [])[0]

/** Makes one step of several of a journey, and selects it. */
export const joinSteps = (editor: Editor, ids: Iterable<StepId>): StepId | undefined =>
  choosing(editor, (change) => mergeSteps(editor.workshop, change, ids) ?? [])[0]

/** Puts steps into a stage, before or after one of its steps, or at its end. */
export function putSteps(
  { workshop, fixed }: Editor,
  ids: Iterable<StepId>,
  to: Spot<StepId> & { readonly stage: StageId },
): void {
  if (!fixed) workshop.change((change) => moveSteps(workshop, change, ids, to))
}

/** Removes steps, and selects the one that comes next. Notes stay, in the journey's tray. */
export function deleteSteps(editor: Editor, ids: Iterable<StepId>): void {
  const { workshop, fixed } = editor
  const steps = stepsInOrder(workshop.journeys, ids)
  const [first, last] = [steps[0], steps.at(-1)]
  if (fixed || !first || !last) return
  const next =
    neighboursOf(workshop.journeys, last.id).next ?? neighboursOf(workshop.journeys, first.id).previous
  const gone = new Set(steps.map(({ id }) => id))
  workshop.change((change) => removeSteps(workshop, change, gone))
  choosePart(editor, next && !gone.has(next.id) ? { kind: 'steps', ids: [next.id] } : null)
}

/** Runs one change, and selects the steps that came out of it. */
function choosing(editor: Editor, edit: (change: Change) => readonly StepId[] | StepId): readonly StepId[] {
  const { workshop, fixed } = editor
  if (fixed) return []
  let made: readonly StepId[] = []
  workshop.change((change) => {
    const ids = edit(change)
    made = typeof ids === 'string' ? [ids] : ids
  })
  if (made.length > 0) choosePart(editor, { kind: 'steps', ids: made })
  return made
}
