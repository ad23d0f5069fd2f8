import type { ShapeId } from '../model/ids.ts'
import type { Change } from '../model/workshop.ts'
import { directionOf } from '../i18n/languages.ts'
import type { Journey, Lane, Stage, Step } from './entities.ts'
import {
  journeyId,
  laneId,
  linkId,
  metricId,
  newId,
  stageId,
  stepId,
  storyId,
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
import { makeCast, type TemplateCast } from './templateCast.ts'
import { makeDrawings, makeNotes, type Stack } from './templateNotes.ts'
import { freshOrders, ordersAfter, type TemplateUse } from './templateUse.ts'
import { placeViews } from './templateViews.ts'
import { ordersAbove } from '../model/order.ts'

/** What was made of a template. */
export interface MadeOfTemplate {
  readonly story: StoryId
  /** Storyboard and maps, in the order in which they were placed. */
  readonly views: readonly ShapeId[]
}

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

/** Makes all that a template has and puts its views on the board. To be run within one change, which is one undo step. */
export function applyTemplate(change: Change, template: Template, use: TemplateUse): MadeOfTemplate {
  const story = newId(storyId)
  const cast = makeCast(change, template, use)
  const stages = makeStages(change, template, story, use)
  const journeys = makeJourneys(change, template, { story, cast, stages, use })
  const made: Made = { cast, stages, journeys }
  const stack = onTop(use)
  const views = placeViews(change, template, made, use, stack)
  for (const one of journeys) {
    makeLinks(change, one, use)
    makeMetrics(change, one, made, use)
    makeNotes(change, one, made, use, stack)
    makeDrawings(change, one, use, stack)
  }
  return { story, views }
}

/** Gives one order after the other, above all that lies on the board. */
function onTop({ workshop, board }: TemplateUse): Stack {
  const shapes = workshop.shapes.all(board)
  let last = shapes.map(({ order }) => order).toReversed()
  return () => {
    const [order = 'a0'] = ordersAbove(last, 1)
    last = [order]
    return order
  }
}

function makeStages(
  change: Change,
  { stages }: Template,
  story: StoryId,
  { language }: TemplateUse,
): ReadonlyMap<string, Stage> {
  const orders = freshOrders(stages.length)
  return new Map(
    stages.map(({ key, name, phase }, index) => {
      const stage: Stage = {
        id: newId(stageId),
        order: orders[index] ?? 'a0',
        story,
        name: localize(name, language),
        ...(phase && { phase }),
      }
      change.put('stages', stage)
      return [key, stage]
    }),
  )
}

interface Surroundings {
  readonly story: StoryId
  readonly cast: TemplateCast
  readonly stages: ReadonlyMap<string, Stage>
  readonly use: TemplateUse
}

function makeJourneys(change: Change, { journeys }: Template, around: Surroundings): readonly MadeJourney[] {
  const { story, cast, use } = around
  const orders = ordersAfter(use.workshop, 'journeys', journeys.length)
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
    votes: 0,
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

function makeLinks(change: Change, { of, journey, steps }: MadeJourney, { language }: TemplateUse): void {
  const links = of.links ?? []
  const orders = freshOrders(links.length)
  links.forEach((link, index) => {
    const from = steps[link.from]?.id
    const to = steps[link.to]?.id
    if (from === undefined || to === undefined) return
    const label = localize(link.label, language)
    change.put('links', {
      id: newId(linkId),
      order: orders[index] ?? 'a0',
      journey: journey.id,
      from,
      to,
      label,
    })
  })
}

function makeMetrics(
  change: Change,
  { of, journey, steps }: MadeJourney,
  { stages }: Made,
  { workshop, language }: TemplateUse,
): void {
  const metrics = of.metrics ?? []
  const orders = ordersAfter(workshop, 'metrics', metrics.length)
  metrics.forEach(({ name, unit, better = 'higher', target, source, series, ...at }, index) => {
    const step = at.step === undefined ? undefined : steps[at.step]?.id
    const stage = stages.get(at.stage ?? '')?.id
    change.put('metrics', {
      id: newId(metricId),
      order: orders[index] ?? 'a0',
      name: localize(name, language),
      unit: localize(unit, language).slice(0, 40),
      better,
      source: localize(source, language),
      journey: journey.id,
      series: [...series],
      ...(target !== undefined && { target }),
      ...(step && { step }),
      ...(stage && { stage }),
    })
  })
}
