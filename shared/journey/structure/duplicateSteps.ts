import type { Change, Workshop } from '../../model/workshop.ts'
import { groupBy } from '../../util/groupBy.ts'
import type { Step } from '../entities.ts'
import type { StepId } from '../ids.ts'
import { addSteps, type StepFields } from './addSteps.ts'
import { copyPictures } from './framePictures.ts'
import { stepsInOrder } from './readers.ts'

/**
 * Adds copies of steps right after the last of them: what they say, and what is drawn in their frames. Notes stay with
 * the originals, as do votes and what was said of their rank. Copies are new steps, not the same ones again. Gives
 * their ids.
 */
export function duplicateSteps(workshop: Workshop, change: Change, ids: Iterable<StepId>): readonly StepId[] {
  const steps = stepsInOrder(workshop.journeys, ids)
  return [...groupBy(steps, (step) => step.journey).values()].flatMap((group) => {
    const last = group.at(-1)
    if (!last) return []
    const copies = addSteps(
      workshop,
      change,
      { journey: last.journey, stage: last.stage, after: last.id },
      group.map(whatItSays),
    )
    const pairs = group.map(({ id }, index) => [id, copies[index] ?? id] as const)
    copyPictures(workshop, change, new Map(pairs))
    return copies
  })
}

const whatItSays = (step: Step): StepFields => ({
  title: step.title,
  caption: step.caption,
  today: step.today,
  place: step.place,
  emotion: step.emotion,
  feelings: step.feelings,
  channel: step.channel,
  device: step.device,
  team: step.team,
  key: step.key,
  importance: step.importance,
  evidence: step.evidence,
})
