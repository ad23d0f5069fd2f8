import { z } from 'zod'
import {
  template,
  templateMetric,
  templateGap,
  templateNote,
  templateStep,
  type Template,
  type TemplateJourney,
  type TemplateNote,
  type TemplateStep,
} from './template.ts'

const { name } = template.shape
const index = z.number().int().min(0)

/** What a workshop adds to a template in the course of its day, so that a sample looks finished. */
export const sample = z.object({
  /** The id of the template. */
  template: z.string(),
  /** Who owns pain points and opportunities, by the key of the team. */
  owners: z.record(z.string(), name),
  /** By the key of the journey. */
  journeys: z.record(
    z.string(),
    z.object({
      owner: name,
      reviewIn: z.number().int(),
      /** By the index of the step. */
      votes: z.record(z.string(), z.number().int()),
      notes: z.array(templateNote),
      metrics: z.array(templateMetric),
      gaps: z.array(templateGap),
    }),
  ),
  /** How one of the journeys should be. */
  ideal: z.object({
    key: z.string(),
    of: z.string(),
    name,
    /** Those that come from steps of the current journey say what is different about them. */
    steps: z.array(templateStep.partial().extend({ from: z.array(index).optional() })),
  }),
  feedback: template.shape.feedback,
})
export type Sample = z.infer<typeof sample>

/** Due dates of what is open: so many days from now, one after the other. */
const DUE_IN = [30, 45, 60, 90] as const

/** The template as it looks after a workshop. */
export function withSample(base: Template, { owners, journeys, ideal, feedback }: Sample): Template {
  const worked = base.journeys.map((journey) => {
    const added = journeys[journey.key]
    return added ? workedOut(journey, added, owners) : journey
  })
  const current = worked.find(({ key }) => key === ideal.of)
  return {
    ...base,
    ...(feedback && { feedback }),
    journeys: current
      ? [...worked.map((one) => (one === current ? compared(one, ideal.key) : one)), idealOf(current, ideal)]
      : worked,
  }
}

function workedOut(
  journey: TemplateJourney,
  added: Sample['journeys'][string],
  owners: Sample['owners'],
): TemplateJourney {
  const { owner, reviewIn, votes, metrics, gaps } = added
  return {
    ...journey,
    owner,
    reviewIn,
    metrics,
    gaps,
    steps: journey.steps.map((step, at) => ({ ...step, votes: votes[String(at)] ?? 0 })),
    notes: [...journey.notes, ...added.notes].map((note, at) => owned(note, at, owners)),
  }
}

/** Pain points and opportunities have an owner, and a date as long as there is something to do. */
function owned(note: TemplateNote, at: number, owners: Sample['owners']): TemplateNote {
  const owner = note.status && owners[note.team ?? '']
  const isOpen = note.status === 'open' || note.status === 'inProgress'
  return { ...note, ...(owner && { owner }), ...(isOpen && { dueIn: DUE_IN[at % DUE_IN.length] }) }
}

/** Its map draws the feelings of the ideal, too. */
const compared = (journey: TemplateJourney, key: string): TemplateJourney => ({
  ...journey,
  lanes: journey.lanes.map((lane) => (lane.kind === 'emotion' ? { ...lane, journeys: [key] } : lane)),
})

function idealOf(current: TemplateJourney, { key, name: called, steps }: Sample['ideal']): TemplateJourney {
  const { actor, lanes } = current
  return {
    key,
    name: called,
    kind: 'ideal',
    of: current.key,
    ...(actor && { actor }),
    lanes,
    notes: [],
    steps: steps.map(({ from = [], ...changes }): TemplateStep => {
      const { votes: _, ...original } = current.steps[from[0] ?? -1] ?? { stage: '' }
      return {
        ...original,
        ...changes,
        stage: changes.stage ?? original.stage,
        origins: from.map((step) => ({ journey: current.key, step })),
      }
    }),
  }
}
