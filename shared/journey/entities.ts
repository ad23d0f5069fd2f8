import { z } from 'zod'
import { noteColor } from '../model/color.ts'
import { shapeId } from '../model/ids.ts'
import { MOST_ORDER } from '../model/order.ts'
import { personId } from '../session/ids.ts'
import {
  channelId,
  feedbackId,
  gapId,
  journeyId,
  laneId,
  linkId,
  metricId,
  momentId,
  personaId,
  stageId,
  stepId,
  storyId,
  teamId,
  touchpointId,
} from './ids.ts'

/** Longest name of anything, in UTF-16 units. */
export const MOST_NAME = 200
/** Longest text of a field that is more than a name, in UTF-16 units. */
export const MOST_WORDS = 5000

/** An empty name stands for a default one, which the interface translates. */
export const name = z.string().max(MOST_NAME)
export const words = z.string().max(MOST_WORDS)
/** Longest text that several people may have typed in at once: each stops at `MOST_WORDS`. */
export const MOST_TYPED = 10 * MOST_WORDS
const typed = z.string().max(MOST_TYPED)
/** Fractional index. Ties break on id. */
const order = z.string().min(1).max(MOST_ORDER)
/** A day, as ISO 8601 writes it: 2026-03-21. */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** How somebody feels, from -2 (awful) to +2 (wonderful). */
export const emotion = z.number().int().min(-2).max(2)
export type Emotion = -2 | -1 | 0 | 1 | 2

/** How well something is known, the weakest first. */
export const EVIDENCE = ['assumed', 'heard', 'observed', 'measured'] as const
export const evidence = z.enum(EVIDENCE)
export type Evidence = z.infer<typeof evidence>

/** What a note in a cell is; its lane says so. */
export const ROLES = ['action', 'touchpoint', 'thought', 'pain', 'opportunity', 'metric', 'custom'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>

/** What lanes show: notes of a role, or what the steps themselves say. */
export const LANE_KINDS = [...ROLES, 'today', 'emotion', 'channel', 'team'] as const
export const laneKind = z.enum(LANE_KINDS)
export type LaneKind = z.infer<typeof laneKind>

export const PAIN_STATUS = ['open', 'inProgress', 'solved', 'dismissed'] as const
export const status = z.enum(PAIN_STATUS)
export type Status = z.infer<typeof status>

/** When in a customer's dealings: before, during or after the sale. */
export const PHASES = ['before', 'during', 'after'] as const
export const phase = z.enum(PHASES)
export type Phase = z.infer<typeof phase>

/** What people hold in their hands; any other word stands for itself. */
export const DEVICES = ['phone', 'laptop', 'tablet', 'desktop', 'tv', 'watch', 'kiosk', 'paper'] as const
export const device = z.string().min(1).max(60)

/** What is asked about a persona besides the name: prompts for refining it together. */
export const PERSONA_PROMPTS = [
  'demographics',
  'contact',
  'learns',
  'buys',
  'competitors',
  'solutions',
  'formats',
  'objections',
] as const
export type PersonaPrompt = (typeof PERSONA_PROMPTS)[number]

/** Of a persona about whom nobody has said anything yet. */
export const NO_ANSWERS: Readonly<Record<PersonaPrompt, string>> = {
  demographics: '',
  contact: '',
  learns: '',
  buys: '',
  competitors: '',
  solutions: '',
  formats: '',
  objections: '',
}

/** Somebody whose way is drawn: reusable in every journey of the workshop. */
export const persona = z.object({
  id: personaId,
  order,
  name,
  /** What they are in the story: guest, host. */
  role: name.default(''),
  /** In their own words, or what moves them. */
  summary: typed.default(''),
  color: noteColor.catch('blue').default('blue'),
  demographics: words.default(''),
  contact: words.default(''),
  learns: words.default(''),
  buys: words.default(''),
  competitors: words.default(''),
  solutions: words.default(''),
  formats: words.default(''),
  objections: words.default(''),
})
export type Persona = z.infer<typeof persona>

/** A persona's path. */
export const journey = z.object({
  id: journeyId,
  order,
  name,
  story: storyId,
  kind: z.enum(['current', 'ideal']),
  /** The current journey that this is the ideal of. */
  of: journeyId.optional(),
  actor: personaId.optional(),
  owner: name.optional(),
  reviewOn: day.optional(),
  /** Where time goes: to the right or to the left. */
  direction: z.enum(['ltr', 'rtl']),
})
export type Journey = z.infer<typeof journey>

/** A phase that all journeys of a story go through. */
export const stage = z.object({
  id: stageId,
  order,
  story: storyId,
  name,
  phase: phase.optional(),
  collapsed: z.literal(true).optional(),
  /** The stage of a current story that this is the same as, in that of its ideal. */
  of: stageId.optional(),
})
export type Stage = z.infer<typeof stage>

/** Most steps that one is the same as. */
export const MOST_ORIGINS = 50

/** A step of a journey: a column of its map, and a frame of its storyboard. */
export const step = z.object({
  id: stepId,
  order,
  journey: journeyId,
  stage: stageId,
  title: typed.default(''),
  caption: typed.default(''),
  /** What we do here today. Nothing is an answer, and shows. */
  today: typed.default(''),
  place: name.default(''),
  emotion: emotion.optional(),
  /** How others than the journey's actor feel here, by persona. Lies in the document as `feel:PERSONA`. */
  feelings: z.record(z.string(), emotion).default({}),
  channel: channelId.optional(),
  device: device.optional(),
  team: teamId.optional(),
  /** One of the moments that matter. */
  key: z.literal(true).optional(),
  importance: z.number().int().min(1).max(5).optional(),
  votes: z.number().int().min(0).max(10_000).default(0),
  evidence: evidence.optional(),
  /** The group puts it elsewhere among the key moments than the formula does. */
  overruled: z.object({ rank: z.number().int().min(1).max(1000), reason: words }).optional(),
  moment: momentId.optional(),
  /** What it is one and the same step with in other versions of the journey: its own id unless it is a copy of others. */
  origins: z.array(stepId).min(1).max(MOST_ORIGINS),
})
export type Step = z.infer<typeof step>

/** A row of a journey's map. */
export const lane = z.object({
  id: laneId,
  order,
  journey: journeyId,
  kind: laneKind,
  name,
  /** At least this tall, page units. */
  height: z.number().min(24).max(4000).optional(),
  hidden: z.literal(true).optional(),
  collapsed: z.literal(true).optional(),
  /** Personas whose feelings an emotion lane draws besides the actor's. */
  personas: z.array(personaId).max(20).optional(),
  /** Journeys whose curve an emotion lane draws besides its own. */
  journeys: z.array(journeyId).max(20).optional(),
})
export type Lane = z.infer<typeof lane>

/** A branch, or a loop if it goes back. */
export const link = z.object({
  id: linkId,
  order,
  journey: journeyId,
  from: stepId,
  to: stepId,
  label: name.default(''),
})
export type Link = z.infer<typeof link>

/** One of the workshop's channels. `stock` names it in every language as long as it has no name of its own. */
export const channel = z.object({ id: channelId, order, name, stock: z.string().max(40).optional() })
export type Channel = z.infer<typeof channel>

export const touchpoint = z.object({
  id: touchpointId,
  order,
  name,
  stock: z.string().max(40).optional(),
  phase: phase.catch('during'),
})
export type Touchpoint = z.infer<typeof touchpoint>

export const team = z.object({ id: teamId, order, name, color: noteColor.catch('grey').default('grey') })
export type Team = z.infer<typeof team>

/** Longest series of one metric. */
export const MOST_PERIODS = 1000

export const metric = z.object({
  id: metricId,
  order,
  name,
  unit: z.string().max(40).default(''),
  better: z.enum(['higher', 'lower']).catch('higher').default('higher'),
  target: z.number().finite().optional(),
  journey: journeyId.optional(),
  /** Where it belongs: a step, or a whole stage. */
  step: stepId.optional(),
  stage: stageId.optional(),
  /** Where the figures come from, such as a file's name. */
  source: name.default(''),
  /** In the order of time. `size` is how many observations are behind a value. */
  series: z
    .array(
      z.object({
        period: z.string().max(40),
        value: z.number().finite(),
        size: z.number().finite().min(0).optional(),
      }),
    )
    .max(MOST_PERIODS),
})
export type Metric = z.infer<typeof metric>

/** One of the list of emotional moments, from which frames are made. */
export const moment = z.object({
  id: momentId,
  order,
  story: storyId,
  /** Whose moment it is. */
  journey: journeyId.optional(),
  text: typed,
  feeling: emotion.optional(),
  votes: z.number().int().min(0).max(10_000).default(0),
  picked: z.literal(true).optional(),
  /** The frame made from it. */
  step: stepId.optional(),
  /** Who added it during a session. */
  by: personId.optional(),
})
export type Moment = z.infer<typeof moment>

/** Something somebody said or wrote, before or after it is placed at a step as a quote. */
export const feedback = z.object({
  id: feedbackId,
  order,
  text: typed,
  source: name.default(''),
  channel: name.optional(),
  /** As the file says, or a BCP 47 tag. */
  language: z.string().max(35).optional(),
  /** -1 (bad) to 1 (good). */
  sentiment: z.number().min(-1).max(1).optional(),
  rating: z.number().finite().optional(),
  date: z.string().max(40).optional(),
  author: name.optional(),
  /** The note that shows it on a map. Taken for unplaced if there is no such note. */
  note: shapeId.optional(),
  /** Says the same as this one, and is counted with it. */
  merged: feedbackId.optional(),
  dismissed: z.literal(true).optional(),
})
export type Feedback = z.infer<typeof feedback>

export const GAP_KINDS = ['device', 'channel', 'team'] as const
export type GapKind = (typeof GAP_KINDS)[number]

/** What the group said of a change of device, channel or team between two steps. Its id follows from what it is about. */
export const gap = z.object({
  id: gapId,
  order,
  journey: journeyId,
  from: stepId,
  to: stepId,
  kind: z.enum(GAP_KINDS),
  state: z.enum(['accepted', 'dismissed']),
  reason: words.default(''),
  /** The pain point it became. */
  note: shapeId.optional(),
})
export type Gap = z.infer<typeof gap>

/** All that a journey is made of, by the name of its root in the document. */
export const ENTITIES = {
  personas: persona,
  journeys: journey,
  stages: stage,
  steps: step,
  lanes: lane,
  links: link,
  channels: channel,
  touchpoints: touchpoint,
  teams: team,
  metrics: metric,
  moments: moment,
  feedback,
  gaps: gap,
} as const

export interface EntityOf {
  readonly personas: Persona
  readonly journeys: Journey
  readonly stages: Stage
  readonly steps: Step
  readonly lanes: Lane
  readonly links: Link
  readonly channels: Channel
  readonly touchpoints: Touchpoint
  readonly teams: Team
  readonly metrics: Metric
  readonly moments: Moment
  readonly feedback: Feedback
  readonly gaps: Gap
}
export type EntityKind = keyof EntityOf
export const ENTITY_KINDS = Object.keys(ENTITIES) as readonly EntityKind[]

/** Fields that two people may type in at once: they lie in the document as text, not as values. */
export const TEXTS: ReadonlySet<string> = new Set(['title', 'caption', 'today', 'summary', 'text'])

/** Entities carry a version; one of a newer kind is kept and not shown. */
export const ENTITY_VERSION = 1
