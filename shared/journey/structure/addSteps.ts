import type { Change, Workshop } from '../../model/workshop.ts'
import type { Step } from '../entities.ts'
import { newId, stageId, stepId, type JourneyId, type StageId, type StepId } from '../ids.ts'
import { addStage } from './addStage.ts'
import { indexAt, ordersAt, type Spot } from './ordersAt.ts'
import { stepsIn } from './readers.ts'

/** What a new step says from the start. */
export type StepFields = Partial<Omit<Step, 'id' | 'order' | 'journey' | 'stage'>>

/** Where steps come: without a stage, in that of the step they come next to, or in the last one. */
export interface StepSpot extends Spot<StepId> {
  readonly journey: JourneyId
  readonly stage?: StageId | undefined
}

/** A step with nothing said about it, but for `fields`. */
export function newStep(at: Pick<Step, 'journey' | 'stage' | 'order'>, fields: StepFields = {}): Step {
  const id = newId(stepId)
  return {
    title: '',
    caption: '',
    today: '',
    place: '',
    feelings: {},
    votes: 0,
    origins: [id],
    ...fields,
    ...at,
    id,
  }
}

/**
 * Adds several steps in a row; gives their ids in order. A journey without stages gets its first. What was added within
 * the same change is not seen by what comes after it: add them all at once, and say the stage if it is new.
 */
export function addSteps(
  workshop: Workshop,
  change: Change,
  at: StepSpot,
  steps: readonly StepFields[],
): readonly StepId[] {
  const { journeys } = workshop
  const stage = stageFor(workshop, change, at)
  if (stage === undefined || steps.length === 0) return []
  const siblings = stepsIn(journeys, at.journey, stage)
  const { orders, renumbered } = ordersAt(siblings, indexAt(siblings, at), steps.length)
  for (const [id, order] of renumbered) change.set('steps', id as StepId, { order })
  return steps.map((fields, index) => {
    const step = newStep({ journey: at.journey, stage, order: orders[index] ?? 'a0' }, fields)
    change.put('steps', step)
    return step.id
  })
}

/** Adds a step; gives its id, or nothing if the journey is gone. */
export const addStep = (
  workshop: Workshop,
  change: Change,
  at: StepSpot,
  fields: StepFields = {},
): StepId | undefined => addSteps(workshop, change, at, [fields])[0]

function stageFor({ journeys }: Workshop, change: Change, at: StepSpot): StageId | undefined {
  if (at.stage !== undefined) return at.stage
  const journey = journeys.get('journeys', at.journey)
  if (!journey) return undefined
  const beside = journeys.get('steps', at.before) ?? journeys.get('steps', at.after)
  if (beside?.journey === at.journey) return beside.stage
  const last = journeys.stagesOf(journey.story).at(-1)
  if (last) return last.id
  const id = newId(stageId)
  addStage({ journeys }, change, { story: journey.story, id })
  return id
}
