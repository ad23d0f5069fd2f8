import { z } from 'zod'
import { language, type Language } from '../i18n/languages.ts'
import { noteColor } from '../model/color.ts'
import { MOST_TEXT } from '../model/shape.ts'
import {
  device,
  emotion,
  evidence,
  laneKind,
  MOST_NAME,
  MOST_ORIGINS,
  MOST_PERIODS,
  MOST_TYPED,
  MOST_WORDS,
  PERSONA_PROMPTS,
  phase,
  role,
  status,
} from './entities.ts'

/** Most entries of one kind: far more than a workshop can talk about, far less than what slows anything. */
const MOST = 500
const MOST_NOTES = 5000

/** A text in every language of the interface or, in a template that a user saved, as it was written. */
const local = (most: number) => {
  const text = z.string().max(most)
  return z.union([text, z.record(language, text)])
}
const name = local(MOST_NAME)
const words = local(MOST_WORDS)
/** As long as what steps and notes may say: what is saved can be read again. */
const typed = local(MOST_TYPED)
const noteText = local(10 * MOST_TEXT)
export type LocalText = z.infer<typeof words>

/** What a part of a template is called by its other parts. What is made of it gets an id of its own. */
const key = z.string().min(1).max(64)
const index = z.number().int().min(0).max(MOST)
const level = z.number().int().min(1).max(5)
const days = z.number().int().min(0).max(3650)
const yes = z.literal(true).optional()

const persona = z.object({
  key,
  name,
  role: name.optional(),
  summary: typed.optional(),
  color: noteColor,
  prompts: z.partialRecord(z.enum(PERSONA_PROMPTS), words).optional(),
})
const team = z.object({ key, name, color: noteColor.optional() })
/** One that is not in the stock. */
const channel = z.object({ key, name })
/** One that is not in the stock. */
const touchpoint = z.object({ key, name, phase })
const stage = z.object({ key, name, phase: phase.optional() })

/** A figure in the picture of a frame: page units from the picture's top-left corner. */
const figure = z.object({
  figure: z.string().min(1).max(64),
  x: z.number(),
  y: z.number(),
  w: z.number().min(1),
  h: z.number().min(1),
  color: noteColor.optional(),
  mood: z.literal([-2, -1, 0, 1, 2]).optional(),
  hair: z.string().min(1).max(20).optional(),
  flip: yes,
})
export type TemplateFigure = z.infer<typeof figure>

export const templateStep = z.object({
  /** The key of its stage. */
  stage: key,
  title: typed.optional(),
  caption: typed.optional(),
  /** What we do here today. Missing is an answer, too: nothing. */
  today: typed.optional(),
  place: name.optional(),
  emotion: emotion.optional(),
  /** How others feel here, by the key of the persona. */
  feelings: z.record(key, emotion).optional(),
  /** One of the stock, or the key of a channel. */
  channel: key.optional(),
  device: device.optional(),
  /** The key of its team. */
  team: key.optional(),
  /** One of the moments that matter. */
  key: yes,
  importance: level.optional(),
  votes: z.number().int().min(0).max(10_000).optional(),
  evidence: evidence.optional(),
  /** The steps of other journeys that it is one and the same step with. */
  origins: z
    .array(z.object({ journey: key, step: index }))
    .max(MOST_ORIGINS)
    .optional(),
  figures: z.array(figure).max(MOST).optional(),
  /** What else is drawn in its frame: shapes as a document keeps them. They are checked when they are used. */
  drawings: z.array(z.record(z.string(), z.unknown())).max(MOST).optional(),
})

const lane = z.object({
  kind: laneKind,
  name: name.optional(),
  height: z.number().optional(),
  hidden: yes,
  collapsed: yes,
  /** The keys of those whose feelings it draws besides the actor's. */
  personas: z.array(key).max(20).optional(),
  /** The keys of journeys whose curves it draws besides its own. */
  journeys: z.array(key).max(20).optional(),
})

export const templateNote = z.object({
  role,
  text: noteText,
  /** The step it is about, counted from 0, or else the key of a stage. Without either it lies in the tray. */
  step: index.optional(),
  stage: key.optional(),
  /** Which of the lanes; without it the first one of its role. */
  lane: index.optional(),
  color: noteColor.optional(),
  status: status.optional(),
  severity: z.number().int().min(1).max(4).optional(),
  owner: name.optional(),
  /** In so many days from when the template is used. */
  dueIn: days.optional(),
  description: words.optional(),
  solution: words.optional(),
  impact: level.optional(),
  effort: level.optional(),
  /** The step that an opportunity serves. */
  serves: index.optional(),
  evidence: evidence.optional(),
  /** One of the stock, or the key of a touchpoint. */
  touchpoint: key.optional(),
  channel: key.optional(),
  team: key.optional(),
})
export type TemplateNote = z.infer<typeof templateNote>

const link = z.object({ from: index, to: index, label: name.optional() })

export const templateMetric = z.object({
  name,
  unit: name.optional(),
  better: z.enum(['higher', 'lower']).optional(),
  target: z.number().optional(),
  source: name.optional(),
  step: index.optional(),
  stage: key.optional(),
  series: z.array(z.object({ period: z.string().max(40), value: z.number() })).max(MOST_PERIODS),
})

/** What was said of the change of something between two steps. */
export const templateGap = z.object({
  from: index,
  to: index,
  kind: z.enum(['device', 'channel', 'team']),
  state: z.enum(['accepted', 'dismissed']),
  reason: words.optional(),
  /** Which of the journey's notes it became a pain point as. */
  note: index.optional(),
})

/** Something somebody said: placed at a step of a journey, or not yet. */
const feedback = z.object({
  text: words,
  source: name.optional(),
  sentiment: z.number().min(-1).max(1).optional(),
  rating: z.number().optional(),
  at: z.object({ journey: key, step: index }).optional(),
})

const journey = z.object({
  key,
  name,
  kind: z.enum(['current', 'ideal']),
  /** The key of the journey that it is the ideal of. */
  of: key.optional(),
  /** The key of a persona. */
  actor: key.optional(),
  owner: name.optional(),
  /** In so many days from when the template is used. */
  reviewIn: days.optional(),
  /** Without one, the direction of the language it is made in. */
  direction: z.enum(['ltr', 'rtl']).optional(),
  lanes: z.array(lane).max(MOST),
  steps: z.array(templateStep).max(MOST),
  notes: z.array(templateNote).max(MOST_NOTES),
  links: z.array(link).max(MOST).optional(),
  metrics: z.array(templateMetric).max(MOST).optional(),
  gaps: z.array(templateGap).max(MOST).optional(),
})
export type TemplateJourney = z.infer<typeof journey>
export type TemplateStep = z.infer<typeof templateStep>

/** What is put on the board. */
const view = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('storyboard') }),
  /** The map of the journey of that key. */
  z.object({ kind: z.literal('map'), journey: key }),
])

/** A story with its journeys, to be made again and again. */
export const template = z.object({
  id: key,
  name,
  description: words,
  personas: z.array(persona).max(MOST),
  teams: z.array(team).max(MOST),
  channels: z.array(channel).max(MOST).optional(),
  touchpoints: z.array(touchpoint).max(MOST).optional(),
  stages: z.array(stage).max(MOST),
  journeys: z.array(journey).min(1).max(MOST),
  feedback: z.array(feedback).max(MOST).optional(),
  views: z.array(view).max(MOST),
})
export type Template = z.infer<typeof template>

/** A text of a template as a reader of a language gets it; empty where nothing is said. */
export function localize(of: LocalText | undefined, to: Language): string {
  if (of === undefined) return ''
  return typeof of === 'string' ? of : of[to]
}
