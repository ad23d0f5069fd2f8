import type { Step } from '../entities.ts'
import type { JourneyId, StageId, StepId } from '../ids.ts'
import type { JourneyIndex } from '../journeyIndex.ts'

/** The steps of a journey that are in a stage, in order; for one that is gone, all whose stage is gone. */
export function stepsIn(journeys: JourneyIndex, journey: JourneyId, stage: StageId): readonly Step[] {
  const isKnown = (id: StageId) => journeys.get('stages', id) !== undefined
  const isThere = isKnown(stage)
  return journeys.stepsOf(journey).filter((step) => (isThere ? step.stage === stage : !isKnown(step.stage)))
}

/** 1 for the first step of a journey; 0 for one that is not there. */
export function stepNumber(journeys: JourneyIndex, id: StepId): number {
  const step = journeys.get('steps', id)
  return step ? journeys.stepsOf(step.journey).findIndex((one) => one.id === id) + 1 : 0
}

/** The steps right before and after one, across stages. */
export interface Neighbours {
  readonly previous: Step | undefined
  readonly next: Step | undefined
}

export function neighboursOf(journeys: JourneyIndex, id: StepId): Neighbours {
  const step = journeys.get('steps', id)
  const steps = step ? journeys.stepsOf(step.journey) : []
  const at = steps.findIndex((one) => one.id === id)
  return at < 0 ? { previous: undefined, next: undefined } : { previous: steps[at - 1], next: steps[at + 1] }
}

/** From one step to another of the same journey, both included, whichever comes first; none if they are not of one. */
export function stepsBetween(journeys: JourneyIndex, from: StepId, to: StepId): readonly Step[] {
  const step = journeys.get('steps', from)
  const steps = step ? journeys.stepsOf(step.journey) : []
  const [a, b] = [from, to].map((id) => steps.findIndex((one) => one.id === id)).toSorted((x, y) => x - y)
  return a === undefined || b === undefined || a < 0 ? [] : steps.slice(a, b + 1)
}

/** Those of `ids` that are there, each once, as their journeys order them: journey by journey, in the order of journeys. */
export function stepsInOrder(journeys: JourneyIndex, ids: Iterable<StepId>): readonly Step[] {
  const found = [...new Set(ids)].flatMap((id) => journeys.get('steps', id) ?? [])
  const rank = new Map<string, number>()
  for (const journey of new Set(found.map((step) => step.journey)))
    for (const [index, { id }] of journeys.stepsOf(journey).entries()) rank.set(id, index)
  const known = new Map(journeys.all('journeys').map(({ id }, index) => [id, index]))
  const journeyRank = ({ journey }: Step) => known.get(journey) ?? known.size
  return found.toSorted(
    (a, b) => journeyRank(a) - journeyRank(b) || (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0),
  )
}
