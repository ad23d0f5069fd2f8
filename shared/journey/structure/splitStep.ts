import type { Change, Workshop } from '../../model/workshop.ts'
import type { StepId } from '../ids.ts'
import { addStep, type StepFields } from './addSteps.ts'

/** What each half says; by default the first keeps its words, and the second has none yet. */
export interface Halves {
  readonly first?: Pick<StepFields, 'title' | 'caption' | 'today'>
  readonly second?: Pick<StepFields, 'title' | 'caption' | 'today'>
}

/**
 * Makes two steps of one: the second follows it, in the same place and mood, with the same people. Notes and pictures
 * stay with the first. Both are what the one was, so that a comparison sees the split. Gives the id of the second.
 */
export function splitStep(
  workshop: Workshop,
  change: Change,
  id: StepId,
  { first = {}, second = {} }: Halves = {},
): StepId | undefined {
  const step = workshop.journeys.get('steps', id)
  if (!step) return undefined
  if (Object.keys(first).length > 0) change.set('steps', id, first)
  const { journey, stage, place, emotion, feelings, channel, device, team, evidence, origins } = step
  const kept = { place, emotion, feelings, channel, device, team, evidence, origins }
  return addStep(workshop, change, { journey, stage, after: id }, { ...kept, ...second })
}
