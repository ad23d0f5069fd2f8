import type { Change, Workshop } from '../../model/workshop.ts'
import type { Journey, LaneKind, Phase } from '../entities.ts'
import {
  journeyId,
  laneId,
  newId,
  stageId,
  storyId,
  type JourneyId,
  type PersonaId,
  type StageId,
  type StoryId,
} from '../ids.ts'
import { ordersAbove } from '../../model/order.ts'
import { newStep, type StepFields } from './addSteps.ts'
import { ordersAt } from './ordersAt.ts'

/** The lanes of a new journey, from the top: first what the customer does and feels, then what we make of it. */
export const FIRST_LANES: readonly LaneKind[] = [
  'emotion',
  'action',
  'touchpoint',
  'channel',
  'thought',
  'today',
  'pain',
  'opportunity',
  'metric',
  'team',
]

/** A stage that comes with a new story, with the steps that the journey has in it. */
interface FirstStage {
  /** Empty for a default one. */
  readonly name: string
  readonly phase?: Phase
  readonly steps?: readonly StepFields[]
}

export interface NewJourney {
  /** Empty for a default one. */
  readonly name: string
  readonly actor?: PersonaId | undefined
  readonly kind?: Journey['kind']
  /** By default that of the story it joins, or to the right. */
  readonly direction?: Journey['direction'] | undefined
  /** The story it joins as a further track; without one it begins a story of its own. */
  readonly story?: StoryId | undefined
  /** Those of the story it begins: by default one without a name. */
  readonly stages?: readonly FirstStage[]
  /** From the top. */
  readonly lanes?: readonly LaneKind[]
}

export interface AddedJourney {
  readonly journey: JourneyId
  readonly story: StoryId
  /** Of the story it began, in order; those of a story it joined are there already. */
  readonly stages: readonly StageId[]
}

/** Adds a journey with its lanes; it is on no board yet. */
export function addJourney(
  { journeys }: Pick<Workshop, 'journeys'>,
  change: Change,
  {
    name,
    actor,
    kind = 'current',
    direction,
    story: joined,
    stages = [{ name: '' }],
    lanes = FIRST_LANES,
  }: NewJourney,
): AddedJourney {
  const id = newId(journeyId)
  const story = joined ?? newId(storyId)
  const all = journeys.all('journeys')
  const { orders, renumbered } = ordersAt(all, all.length, 1)
  for (const [other, order] of renumbered) change.set('journeys', other as JourneyId, { order })
  change.put('journeys', {
    id,
    order: orders[0] ?? 'a0',
    name,
    story,
    kind,
    direction: direction ?? journeys.journeysOf(story)[0]?.direction ?? 'ltr',
    ...(actor && { actor }),
  })
  const laneOrders = ordersAbove([], lanes.length)
  for (const [index, lane] of lanes.entries())
    change.put('lanes', {
      id: newId(laneId),
      order: laneOrders[index] ?? 'a0',
      journey: id,
      kind: lane,
      name: '',
    })
  return { journey: id, story, stages: joined === undefined ? addStages(change, id, story, stages) : [] }
}

function addStages(
  change: Change,
  journey: JourneyId,
  story: StoryId,
  stages: readonly FirstStage[],
): readonly StageId[] {
  const orders = ordersAbove([], stages.length)
  return stages.map(({ name, phase, steps = [] }, index) => {
    const id = newId(stageId)
    change.put('stages', { id, order: orders[index] ?? 'a0', story, name, ...(phase && { phase }) })
    const stepOrders = ordersAbove([], steps.length)
    for (const [at, fields] of steps.entries())
      change.put('steps', newStep({ journey, stage: id, order: stepOrders[at] ?? 'a0' }, fields))
    return id
  })
}
