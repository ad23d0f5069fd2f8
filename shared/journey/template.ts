import { z } from 'zod'
import { language } from '../i18n/languages.ts'
import { noteColor } from '../model/color.ts'

/** Longest text of a template, in UTF-16 units: as long as a caption or a description may reasonably be. */
const MOST_TEXT = 2000
/** Most entries of one kind: far more than a workshop can talk about, far less than what slows anything. */
const MOST = 500
const MOST_NOTES = 5000

const text = z.string().max(MOST_TEXT)

/** A text in every language of the interface, or, in a template that a user saved, as it was written. */
const localText = z.union([text, z.record(language, text)])

/** What one part of a template is called by others. Only within the template: what is made of it gets new ids. */
const key = z.string().min(1).max(64)
const mood = z.number().int().min(-2).max(2)
const level = z.number().int().min(1).max(5)
const evidence = z.enum(['assumed', 'heard', 'observed', 'measured'])
const index = z.number().int().min(0).max(MOST)

const persona = z.object({
  key,
  name: localText,
  role: localText.optional(),
  about: localText.optional(),
  color: noteColor,
})

const stage = z.object({ key, name: localText, phase: z.enum(['before', 'during', 'after']).optional() })
const team = z.object({ key, name: localText })

/** A drawing in the picture of a frame, which is 280 wide and 168 high. */
const figure = z.object({
  figure: z.string().min(1).max(64),
  x: z.number().min(-1000).max(1000),
  y: z.number().min(-1000).max(1000),
  w: z.number().min(1).max(1000),
  h: z.number().min(1).max(1000),
  color: noteColor.optional(),
  mood: mood.optional(),
  hair: z.string().min(1).max(20).optional(),
  flip: z.literal(true).optional(),
})

const step = z.object({
  /** The key of its stage. */
  stage: key,
  title: localText.optional(),
  caption: localText.optional(),
  /** What we do here today. Missing is an answer, too: nothing. */
  today: localText.optional(),
  place: localText.optional(),
  emotion: mood.optional(),
  channel: key.optional(),
  device: key.optional(),
  /** The key of its team. */
  team: key.optional(),
  /** A key moment. */
  key: z.literal(true).optional(),
  importance: level.optional(),
  evidence: evidence.optional(),
  figures: z.array(figure).max(MOST).optional(),
})

const note = z.object({
  /** Which step of its journey it is about, counted from 0. */
  step: index,
  role: key,
  text: localText,
  description: localText.optional(),
  solution: localText.optional(),
  status: z.enum(['open', 'progress', 'solved', 'dismissed']).optional(),
  severity: z.number().int().min(1).max(4).optional(),
  impact: level.optional(),
  effort: level.optional(),
  /** The step that an opportunity serves. */
  serves: index.optional(),
  /** The key of the team that owns it. */
  owner: key.optional(),
  evidence: evidence.optional(),
})

const journey = z.object({
  key,
  name: localText,
  /** The key of a persona. */
  actor: key.optional(),
  kind: z.enum(['current', 'ideal']),
  lanes: z.array(z.object({ role: key, name: localText.optional() })).max(MOST),
  steps: z.array(step).max(MOST),
  notes: z.array(note).max(MOST_NOTES),
})

/** What is put on the board. */
const view = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('storyboard') }),
  z.object({ kind: z.literal('map'), journey: key }),
])

/** A story with its journeys, to be made again and again. */
export const template = z.object({
  id: key,
  name: localText,
  description: localText,
  personas: z.array(persona).max(MOST),
  teams: z.array(team).max(MOST),
  stages: z.array(stage).max(MOST),
  journeys: z.array(journey).min(1).max(MOST),
  views: z.array(view).max(MOST),
})
export type Template = z.infer<typeof template>
