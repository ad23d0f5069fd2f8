import type { Note } from '../model/shape.ts'
import { feelingsOf, type CurveSource } from './curves.ts'
import type { Emotion, Journey, Lane, Step } from './entities.ts'
import type { StepId } from './ids.ts'
import type { JourneyIndex } from './journeyIndex.ts'
import type { Card, MapInput } from './mapLayout.ts'
import { matchSteps } from './matchSteps.ts'
import type { Served, StoryInput } from './storyLayout.ts'

/** What a journey's map shows: `cards` are its notes, in order. */
export function mapInput(index: JourneyIndex, journey: Journey, cards: readonly Card[]): MapInput {
  const steps = index.stepsOf(journey.id)
  const lanes = index.lanesOf(journey.id)
  const stages = index.stagesOf(journey.story)
  const here = new Set<string>([...steps, ...stages].map(({ id }) => id))
  return {
    journey,
    actor: index.get('personas', journey.actor),
    stages,
    steps,
    lanes,
    cards,
    metrics: index
      .all('metrics')
      .filter(
        (metric) =>
          here.has(metric.step ?? metric.stage ?? '') &&
          (metric.journey === undefined || metric.journey === journey.id),
      ),
    channels: index.all('channels'),
    links: index.all('links').filter((link) => link.journey === journey.id),
    teams: index.all('teams'),
    curves: lanes.flatMap((lane) =>
      lane.kind === 'emotion' ? curveSources(index, journey, steps, lane) : [],
    ),
  }
}

/** The actor's own curve, those of other personas on the same way, and those of other journeys. */
function curveSources(
  index: JourneyIndex,
  journey: Journey,
  steps: readonly Step[],
  { id: lane, personas = [], journeys = [] }: Lane,
): readonly CurveSource[] {
  const ideal = journey.kind === 'ideal'
  return [
    {
      lane,
      persona: index.get('personas', journey.actor),
      of: 'actor',
      ideal,
      feelings: feelingsOf(steps),
    },
    ...personas.flatMap((id): CurveSource[] => {
      const persona = index.get('personas', id)
      if (!persona || id === journey.actor) return []
      return [{ lane, persona, of: 'persona', ideal, feelings: feelingsOf(steps, id) }]
    }),
    ...journeys.flatMap((id): CurveSource[] => {
      const other = index.get('journeys', id)
      if (!other || id === journey.id) return []
      return [
        {
          lane,
          persona: index.get('personas', other.actor),
          of: 'journey',
          ideal: other.kind === 'ideal',
          feelings: feelingsAlong(steps, index.stepsOf(id)),
        },
      ]
    }),
  ]
}

/** What another journey feels like at the steps of this one: at those that are one and the same. Of several, the worst. */
function feelingsAlong(steps: readonly Step[], others: readonly Step[]): ReadonlyMap<StepId, Emotion> {
  const felt = new Map<StepId, Emotion>()
  for (const [step, other] of matchSteps(steps, others)) {
    const emotion = other.emotion as Emotion | undefined
    if (emotion !== undefined && emotion < (felt.get(step.id) ?? 3)) felt.set(step.id, emotion)
  }
  return felt
}

/** What a story's storyboard shows; nothing if no journey tells it. `notes` are those of all its journeys. */
export function storyInput(
  index: JourneyIndex,
  story: Journey['story'],
  overlay: boolean,
  notes: readonly Note[],
): StoryInput | undefined {
  const journeys = index.journeysOf(story)
  const [first] = journeys
  if (!first) return undefined
  const shown = journeys.filter(({ kind }) => kind === first.kind)
  return {
    stages: index.stagesOf(story),
    tracks: shown.map((journey) => ({
      journey,
      actor: index.get('personas', journey.actor),
      steps: index.stepsOf(journey.id),
    })),
    channels: index.all('channels'),
    metrics: overlay ? index.all('metrics') : [],
    served: countServed(notes),
    overlay,
    name: shown
      .map(({ name }) => name)
      .filter((name) => name !== '')
      .join(' · '),
  }
}

/** How many opportunities and pain points name a step, by step. What was dismissed does not count. */
function countServed(notes: readonly Note[]): ReadonlyMap<StepId, Served> {
  const served = new Map<StepId, Served>()
  for (const { cell, serves, status } of notes) {
    const step = serves ?? cell?.step
    if (!cell || step === undefined || status === 'dismissed') continue
    const now = served.get(step) ?? { opportunities: 0, pains: 0 }
    if (cell.role === 'opportunity') served.set(step, { ...now, opportunities: now.opportunities + 1 })
    if (cell.role === 'pain') served.set(step, { ...now, pains: now.pains + 1 })
  }
  return served
}
