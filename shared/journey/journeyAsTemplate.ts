import type { Note, Shape } from '../model/shape.ts'
import type { Workshop } from '../model/workshop.ts'
import type { Channel, Journey, Lane, PersonaPrompt, Step, Touchpoint } from './entities.ts'
import { PERSONA_PROMPTS } from './entities.ts'
import type { StoryId } from './ids.ts'
import { STOCK_CHANNELS, STOCK_TOUCHPOINTS } from './stock.ts'
import type { Template, TemplateJourney, TemplateNote, TemplateStep } from './template.ts'

type Journeys = Workshop['journeys']

/** Kinds of shapes that are drawn in frames and mean the same in any workshop. Images are kept beside the document, and stay. */
const DRAWN: ReadonlySet<string> = new Set(['figure', 'ink', 'text', 'form', 'stamp'])
/** What belongs to a shape's place in one workshop, or is worked out. */
const OWN_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'board',
  'order',
  'frame',
  'section',
  'groups',
  'on',
  'locked',
  'path',
  'holds',
  'layout',
])

/**
 * A story with all its journeys as a template: applied again, it makes an equal one. Votes, owners of journeys, dates,
 * feedback and images belong to the workshop and stay there.
 */
export function journeyAsTemplate(
  workshop: Workshop,
  story: StoryId,
  {
    id,
    name,
    description = '',
  }: { readonly id: string; readonly name: string; readonly description?: string },
): Template {
  const { journeys } = workshop
  const told = journeys.journeysOf(story)
  const stages = journeys.stagesOf(story)
  const made = told.map((journey) => journeyPart(workshop, journey))
  const used = usedBy(made)
  const own = ({ stock }: Channel | Touchpoint) => stock === undefined
  return {
    id,
    name,
    description,
    personas: journeys
      .all('personas')
      .filter((persona) => used.has(persona.id))
      .map((persona) => {
        const prompts = promptsOf(persona)
        return {
          key: persona.id,
          name: persona.name,
          color: persona.color,
          ...(persona.role && { role: persona.role }),
          ...(persona.summary && { summary: persona.summary }),
          ...(Object.keys(prompts).length > 0 && { prompts }),
        }
      }),
    teams: journeys
      .all('teams')
      .filter((team) => used.has(team.id))
      .map(({ id: key, name: called, color }) => ({ key, name: called, color })),
    channels: journeys
      .all('channels')
      .filter((channel) => used.has(channel.id) && own(channel))
      .map((channel) => ({ key: channel.id, name: channel.name })),
    touchpoints: journeys
      .all('touchpoints')
      .filter((touchpoint) => used.has(touchpoint.id) && own(touchpoint))
      .map((touchpoint) => ({ key: touchpoint.id, name: touchpoint.name, phase: touchpoint.phase })),
    stages: stages.map(({ id: key, name: called, phase }) => ({
      key,
      name: called,
      ...(phase && { phase }),
    })),
    journeys: made,
    views: viewsOf(workshop, story, told),
  }
}

/** The keys that journeys name. */
function usedBy(journeys: readonly TemplateJourney[]): ReadonlySet<string> {
  const keys = journeys.flatMap(({ actor, steps, lanes, notes }) => [
    actor,
    ...steps.flatMap(({ channel, team, feelings = {} }) => [channel, team, ...Object.keys(feelings)]),
    ...lanes.flatMap(({ personas = [] }) => personas),
    ...notes.flatMap(({ channel, team, touchpoint }) => [channel, team, touchpoint]),
  ])
  return new Set(keys.filter((key) => key !== undefined))
}

type Answered = Readonly<Record<PersonaPrompt, string>>

const promptsOf = (persona: Answered): Partial<Record<PersonaPrompt, string>> =>
  Object.fromEntries(
    PERSONA_PROMPTS.flatMap((prompt) => (persona[prompt] ? [[prompt, persona[prompt]]] : [])),
  )

/** A storyboard where there is one, and the maps that lie on boards; both where there is nothing to go by. */
function viewsOf({ shapes }: Workshop, story: StoryId, journeys: readonly Journey[]): Template['views'] {
  const maps = journeys
    .filter(({ id }) => shapes.placement.mapOf(id) !== undefined)
    .map(({ id }) => ({ kind: 'map' as const, journey: id }))
  const board = shapes.placement.storyboardOf(story) !== undefined
  if (!board && maps.length === 0) return [{ kind: 'storyboard' }]
  return [...(board ? [{ kind: 'storyboard' as const }] : []), ...maps]
}

function journeyPart(workshop: Workshop, journey: Journey): TemplateJourney {
  const { journeys, shapes } = workshop
  const steps = journeys.stepsOf(journey.id)
  const lanes = journeys.lanesOf(journey.id)
  const stages = new Set<string>(journeys.stagesOf(journey.story).map(({ id }) => id))
  const indexOf = (id: string | undefined) => {
    const index = steps.findIndex((step) => step.id === id)
    return index < 0 ? undefined : index
  }
  return {
    key: journey.id,
    name: journey.name,
    kind: journey.kind,
    direction: journey.direction,
    ...(journey.of && { of: journey.of }),
    ...(journey.actor && { actor: journey.actor }),
    lanes: lanes.map(lanePart),
    steps: steps.map((step) => stepPart(workshop, step)),
    notes: shapes.placement
      .notesOf(journey.id)
      .map((note) => notePart(note, { journeys, lanes, stages, indexOf })),
    links: journeys.all('links').flatMap((link) => {
      const [from, to] = [indexOf(link.from), indexOf(link.to)]
      if (link.journey !== journey.id || from === undefined || to === undefined) return []
      return [{ from, to, ...(link.label && { label: link.label }) }]
    }),
    metrics: journeys.all('metrics').flatMap((metric) => {
      const step = indexOf(metric.step)
      const stage = metric.stage !== undefined && stages.has(metric.stage) ? metric.stage : undefined
      if (step === undefined && (stage === undefined || metric.journey !== journey.id)) return []
      return [
        {
          name: metric.name,
          unit: metric.unit,
          better: metric.better,
          series: metric.series.map(({ period, value }) => ({ period, value })),
          ...(metric.target !== undefined && { target: metric.target }),
          ...(metric.source && { source: metric.source }),
          ...(step !== undefined && { step }),
          ...(stage && { stage }),
        },
      ]
    }),
  }
}

const lanePart = ({
  id: _,
  order: __,
  journey: ___,
  name,
  ...lane
}: Lane): TemplateJourney['lanes'][number] => ({
  ...lane,
  ...(name && { name }),
})

function stepPart(workshop: Workshop, step: Step): TemplateStep {
  const { journeys } = workshop
  const { title, caption, today, place, emotion, device, team, key, importance, evidence } = step
  const channel = stockOr(journeys.get('channels', step.channel), STOCK_CHANNELS)
  const drawn = workshop.shapes.placement
    .inFrame(step.id)
    .flatMap((id) => workshop.shapes.placement.stored(id) ?? [])
    .toSorted((a, b) => (a.order < b.order ? -1 : 1))
  const drawings = drawn.filter(({ kind }) => DRAWN.has(kind)).map(drawingPart)
  const origins = step.origins.flatMap((origin) => originPart(journeys, step, origin) ?? [])
  return {
    stage: step.stage,
    ...(title && { title }),
    ...(caption && { caption }),
    ...(today && { today }),
    ...(place && { place }),
    ...(emotion !== undefined && { emotion }),
    ...(Object.keys(step.feelings).length > 0 && { feelings: step.feelings }),
    ...(channel && { channel }),
    ...(device && { device }),
    ...(team && { team }),
    ...(key && { key }),
    ...(importance !== undefined && { importance }),
    ...(evidence && { evidence }),
    ...(origins.length > 0 && { origins }),
    ...(drawings.length > 0 && { drawings }),
  }
}

/** Which step of another journey an origin is, if it still is one. */
function originPart(
  journeys: Journeys,
  step: Step,
  origin: Step['id'],
): { journey: string; step: number } | undefined {
  const other = journeys.get('steps', origin)
  if (!other || other.id === step.id) return undefined
  const index = journeys.stepsOf(other.journey).findIndex(({ id }) => id === origin)
  return index < 0 ? undefined : { journey: other.journey, step: index }
}

/** The key of a stock item is its name in the stock, of any other its id. */
function stockOr(one: Channel | Touchpoint | undefined, stock: readonly string[]): string | undefined {
  if (!one) return undefined
  return one.stock !== undefined && stock.includes(one.stock) ? one.stock : one.id
}

const ALL_TOUCHPOINTS: readonly string[] = Object.values(STOCK_TOUCHPOINTS).flat()

interface NoteSurroundings {
  readonly journeys: Journeys
  readonly lanes: readonly Lane[]
  readonly stages: ReadonlySet<string>
  readonly indexOf: (step: string | undefined) => number | undefined
}

function notePart(note: Note, { journeys, lanes, stages, indexOf }: NoteSurroundings): TemplateNote {
  const { cell, text, status, severity, owner, description, solution, impact, effort, evidence, team } = note
  const lane = lanes.findIndex(({ id }) => id === cell?.lane)
  const step = indexOf(cell?.step)
  const serves = indexOf(note.serves)
  const channel = stockOr(journeys.get('channels', note.channel), STOCK_CHANNELS)
  const touchpoint = stockOr(journeys.get('touchpoints', note.touchpoint), ALL_TOUCHPOINTS)
  return {
    role: cell?.role ?? 'custom',
    text,
    color: note.style.color,
    ...(step !== undefined && { step }),
    ...(cell?.stage !== undefined && stages.has(cell.stage) && { stage: cell.stage }),
    ...(lane >= 0 && { lane }),
    ...(status && { status }),
    ...(severity !== undefined && { severity }),
    ...(owner && { owner }),
    ...(description && { description }),
    ...(solution && { solution }),
    ...(impact !== undefined && { impact }),
    ...(effort !== undefined && { effort }),
    ...(serves !== undefined && { serves }),
    ...(evidence && { evidence }),
    ...(touchpoint && { touchpoint }),
    ...(channel && { channel }),
    ...(team && { team }),
  }
}

function drawingPart(shape: Shape): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(shape).filter(([field, value]) => !OWN_FIELDS.has(field) && value !== undefined),
  )
}
