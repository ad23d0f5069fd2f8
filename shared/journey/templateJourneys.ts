import { directionOf } from '../i18n/languages.ts'
import type { Change } from '../model/workshop.ts'
import type { Journey, Lane, Stage, Step } from './entities.ts'
import {
  journeyId,
  laneId,
  newId,
  stepId,
  type JourneyId,
  type StageId,
  type StepId,
  type StoryId,
} from './ids.ts'
import {
  localize,
  type LocalText,
  type Template,
  type TemplateJourney,
  type TemplateStep,
} from './template.ts'
import type { TemplateCast } from './templateCast.ts'
import { ordersAfter } from './ordersAfter.ts'
import { dayIn, freshOrders, type TemplateUse } from './templateUse.ts'

/** A journey that was made, with what others name by its index or key. */
export interface MadeJourney {
  readonly of: TemplateJourney
  readonly journey: Journey
  /** As many as the template has, in its order. */
  readonly steps: readonly Step[]
  readonly lanes: readonly Lane[]
}

/** What the parts of a template became. */
export interface Made {
  readonly cast: TemplateCast
  readonly stages: ReadonlyMap<string, Stage>
  readonly journeys: readonly MadeJourney[]
}

interface Surroundings {
  readonly story: StoryId
  readonly cast: TemplateCast
  readonly stages: ReadonlyMap<string, Stage>
  readonly use: TemplateUse
}

/** Makes journeys with their steps and lanes. */
export function makeJourneys(
  change: Change,
  journeys: Template['journeys'],
  around: Surroundings,
): readonly MadeJourney[] {
  const { story, cast, use } = around
  const orders = ordersAfter(use.workshop.journeys, 'journeys', journeys.length)
  // First all ids: journeys name each other.
  const ids = new Map(journeys.map(({ key }) => [key, newId(journeyId)]))
  const stepIds = new Map(journeys.map(({ key, steps }) => [key, steps.map(() => newId(stepId))]))
  return journeys.map((of, index): MadeJourney => {
    const id = ids.get(of.key) ?? newId(journeyId)
    const actor = cast.personas.get(of.actor ?? '')
    const idealOf = ids.get(of.of ?? '')
    const journey: Journey = {
      id,
      order: orders[index] ?? 'a0',
      name: localize(of.name, use.language),
      story,
      kind: of.kind,
      direction: of.direction ?? directionOf(use.language),
      ...(idealOf && { of: idealOf }),
      ...(actor && { actor }),
      ...(of.owner !== undefined && { owner: localize(of.owner, use.language) }),
      ...(of.reviewIn !== undefined && { reviewOn: dayIn(of.reviewIn, use.now) }),
    }
    change.put('journeys', journey)
    return {
      of,
      journey,
      steps: makeSteps(change, of, id, stepIds, around),
      lanes: makeLanes(change, of, id, ids, around),
    }
  })
}

function makeSteps(
  change: Change,
  { key, steps }: TemplateJourney,
  journey: JourneyId,
  ids: ReadonlyMap<string, readonly StepId[]>,
  around: Surroundings,
): readonly Step[] {
  const orders = freshOrders(steps.length)
  return steps.map((of, index) => {
    const id = ids.get(key)?.[index] ?? newId(stepId)
    const origins = (of.origins ?? []).flatMap((origin) => ids.get(origin.journey)?.[origin.step] ?? [])
    const made: Step = {
      ...stepFields(of, around),
      id,
      order: orders[index] ?? 'a0',
      journey,
      // A stage that the template lacks is a stage that is gone: such steps come last, and are kept.
      stage: around.stages.get(of.stage)?.id ?? (of.stage as StageId),
      origins: origins.length > 0 ? origins : [id],
    }
    change.put('steps', made)
    return made
  })
}

type StepFields = Omit<Step, 'id' | 'order' | 'journey' | 'stage' | 'origins'>

function stepFields(of: TemplateStep, { cast, use }: Surroundings): StepFields {
  const say = (text: LocalText | undefined) => localize(text, use.language)
  const { emotion, device, key, importance, evidence } = of
  const channel = cast.channels.get(of.channel ?? '')
  const team = cast.teams.get(of.team ?? '')
  const feelings = Object.entries(of.feelings ?? {}).flatMap(([who, felt]) => {
    const persona = cast.personas.get(who)
    return persona ? [[persona, felt] as const] : []
  })
  return {
    title: say(of.title),
    caption: say(of.caption),
    today: say(of.today),
    place: say(of.place),
    feelings: Object.fromEntries(feelings),
    votes: of.votes ?? 0,
    ...(emotion !== undefined && { emotion }),
    ...(channel && { channel }),
    ...(device !== undefined && { device }),
    ...(team && { team }),
    ...(key && { key }),
    ...(importance !== undefined && { importance }),
    ...(evidence && { evidence }),
  }
}

function makeLanes(
  change: Change,
  { lanes }: TemplateJourney,
  journey: JourneyId,
  journeys: ReadonlyMap<string, JourneyId>,
  { cast, use }: Surroundings,
): readonly Lane[] {
  const orders = freshOrders(lanes.length)
  return lanes.map(({ kind, name, height, hidden, collapsed, ...others }, index) => {
    const personas = others.personas?.flatMap((key) => cast.personas.get(key) ?? [])
    const compared = others.journeys?.flatMap((key) => journeys.get(key) ?? [])
    const lane: Lane = {
      id: newId(laneId),
      order: orders[index] ?? 'a0',
      journey,
      kind,
      name: localize(name, use.language),
      ...(height !== undefined && { height: Math.min(4000, Math.max(24, height)) }),
      ...(hidden && { hidden }),
      ...(collapsed && { collapsed }),
      ...(personas && { personas }),
      ...(compared && { journeys: compared }),
    }
    change.put('lanes', lane)
    return lane
  })
}
