import type { Note } from '../../model/shape.ts'
import type { Change, Workshop } from '../../model/workshop.ts'
import { cutText } from '../../util/cutText.ts'
import { MOST_ORIGINS, MOST_TYPED, type Emotion, type Step } from '../entities.ts'
import type { PersonaId, StepId } from '../ids.ts'
import { movePictures } from './framePictures.ts'
import { stepsInOrder } from './readers.ts'

/**
 * Makes one step of several of the same journey: the first keeps its place and its facts, and gets what the others say,
 * their notes, pictures, figures and links. It is all of them, so that a comparison sees the merger. Gives its id, or
 * nothing if there are not two.
 */
export function mergeSteps(workshop: Workshop, change: Change, ids: Iterable<StepId>): StepId | undefined {
  const [first, ...more] = stepsInOrder(workshop.journeys, ids)
  const others = more.filter(({ journey }) => journey === first?.journey)
  if (!first || others.length === 0) return undefined
  const all = [first, ...others]
  change.set('steps', first.id, mergedFields(all))
  for (const { feelings } of others)
    for (const [persona, felt] of Object.entries(feelings))
      if (first.feelings[persona] === undefined) change.feel(first.id, persona as PersonaId, felt as Emotion)
  const gone = new Set(others.map(({ id }) => id))
  for (const id of gone) movePictures(workshop, change, id, first.id)
  pointTo(workshop, change, gone, first.id)
  for (const id of gone) change.drop('steps', id)
  return first.id
}

function mergedFields(steps: readonly Step[]) {
  const known = <T>(of: (step: Step) => T | undefined): T | undefined =>
    steps.map(of).find((value) => value !== undefined && value !== '')
  const joined = (of: (step: Step) => string, between: string): string =>
    cutText([...new Set(steps.map((step) => of(step).trim()))].filter(Boolean).join(between), MOST_TYPED)
  const importance = Math.max(0, ...steps.map((step) => step.importance ?? 0))
  return {
    title: joined(({ title }) => title, ' · '),
    caption: joined(({ caption }) => caption, '\n'),
    today: joined(({ today }) => today, '\n'),
    place: known(({ place }) => place) ?? '',
    emotion: known(({ emotion }) => emotion),
    channel: known(({ channel }) => channel),
    device: known(({ device }) => device),
    team: known(({ team }) => team),
    evidence: known(({ evidence }) => evidence),
    moment: known(({ moment }) => moment),
    key: known(({ key }) => key),
    importance: importance > 0 ? importance : undefined,
    votes: Math.min(
      10_000,
      steps.reduce((sum, { votes }) => sum + votes, 0),
    ),
    origins: [...new Set(steps.flatMap(({ origins }) => origins))].slice(0, MOST_ORIGINS),
  }
}

/** Whatever names one of the steps that go names the one that stays. */
function pointTo(
  { journeys, shapes }: Pick<Workshop, 'journeys' | 'shapes'>,
  change: Change,
  gone: ReadonlySet<StepId>,
  to: StepId,
): void {
  const names = (id: StepId | undefined) => id !== undefined && gone.has(id)
  for (const journey of journeys.all('journeys'))
    for (const { id, cell, serves } of shapes.placement.notesOf(journey.id)) {
      const patch: Partial<Pick<Note, 'cell' | 'serves'>> = {
        ...(cell && names(cell.step) && { cell: { ...cell, step: to } }),
        ...(names(serves) && { serves: to }),
      }
      if (Object.keys(patch).length > 0) change.update(id, patch)
    }
  for (const { id, step } of journeys.all('metrics')) if (names(step)) change.set('metrics', id, { step: to })
  for (const { id, step } of journeys.all('moments')) if (names(step)) change.set('moments', id, { step: to })
  for (const link of journeys.all('links')) {
    const [from, until] = [link.from, link.to].map((id) => (names(id) ? to : id)) as [StepId, StepId]
    if (from === link.from && until === link.to) continue
    if (from === until) change.drop('links', link.id)
    else change.set('links', link.id, { from, to: until })
  }
}
