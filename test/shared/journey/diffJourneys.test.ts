import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffJourneys, type JourneyDiff } from '../../../shared/journey/diffJourneys.ts'
import type { JourneyId, StageId, StepId } from '../../../shared/journey/ids.ts'
import { longestRising } from '../../../shared/journey/longestRising.ts'
import { addJourney } from '../../../shared/journey/structure/addJourney.ts'
import { addStep } from '../../../shared/journey/structure/addSteps.ts'
import { addMapView } from '../../../shared/journey/structure/addView.ts'
import { makeIdeal } from '../../../shared/journey/structure/makeIdeal.ts'
import { mergeSteps } from '../../../shared/journey/structure/mergeSteps.ts'
import { moveSteps } from '../../../shared/journey/structure/moveSteps.ts'
import { removeSteps } from '../../../shared/journey/structure/removeSteps.ts'
import { splitStep } from '../../../shared/journey/structure/splitStep.ts'
import { FIRST_BOARD, type ShapeId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/shape.ts'
import {
  addFirstBoard,
  createDocument,
  openWorkshop,
  type Change,
  type Workshop,
} from '../../../shared/model/workshop.ts'

/** A current journey of the steps a to e in two stages, and its ideal. */
function open(prepare: (workshop: Workshop, journey: JourneyId) => void = () => {}) {
  const doc = createDocument()
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  const { journey, story } = run(workshop, (change) =>
    addJourney(workshop, change, {
      name: 'Guest',
      stages: [
        { name: 'Before', steps: [{ title: 'a', emotion: -2 }, { title: 'b' }, { title: 'c' }] },
        { name: 'After', steps: [{ title: 'd', emotion: 1 }, { title: 'e' }] },
      ],
    }),
  )
  run(workshop, (change) => addMapView(workshop, change, { journey, board: FIRST_BOARD, at: [0, 0] }))
  prepare(workshop, journey)
  const ideal = run(workshop, (change) => makeIdeal(workshop, change, journey, 'Ideal'))
  if (!ideal) throw new Error('Expected an ideal')
  return { workshop, journey, ideal, story }
}

function run<T>(workshop: Workshop, edit: (change: Change) => T): T {
  let result: T | undefined
  workshop.change((change) => (result = edit(change)))
  return result as T
}

function stepIn({ journeys }: Workshop, journey: JourneyId, title: string): StepId {
  const step = journeys.stepsOf(journey).find((one) => one.title === title)
  if (!step) throw new Error(`Expected a step ${title}`)
  return step.id
}

function version({ journeys, shapes }: Workshop, id: JourneyId) {
  const story = journeys.get('journeys', id)?.story
  return {
    steps: journeys.stepsOf(id),
    stages: story ? journeys.stagesOf(story) : [],
    notes: shapes.placement.notesOf(id),
  }
}

const diffOf = ({ workshop, journey, ideal }: ReturnType<typeof open>): JourneyDiff =>
  diffJourneys(version(workshop, journey), version(workshop, ideal))

/** What a comparison says, in titles. */
function said({ added, removed, moved, merged, split, changed, emotions, pains, kept }: JourneyDiff) {
  const names = (steps: readonly { readonly title: string }[]) => steps.map(({ title }) => title).join('')
  return {
    ...(added.length > 0 && { added: names(added) }),
    ...(removed.length > 0 && { removed: names(removed) }),
    ...(moved.length > 0 && { moved: names(moved.map(({ from }) => from)) }),
    ...(merged.length > 0 && { merged: merged.map(({ from, to }) => `${names(from)}→${to.title}`) }),
    ...(split.length > 0 && { split: split.map(({ from, to }) => `${from.title}→${names(to)}`) }),
    ...(changed.length > 0 && {
      changed: changed.map(({ from, fields }) => `${from.title}:${fields.join()}`),
    }),
    ...(emotions.length > 0 && { emotions: emotions.map(({ from, delta }) => `${from.title}${delta}`) }),
    ...(pains.length > 0 && { pains: pains.map(({ note }) => note.text) }),
    kept,
  }
}

function addNote(
  workshop: Workshop,
  journey: JourneyId,
  text: string,
  step: string | undefined,
  facts: Partial<Note> = {},
  role: 'pain' | 'action' | 'opportunity' = 'pain',
): void {
  const lane = workshop.journeys.lanesOf(journey).find(({ kind }) => kind === role)?.id
  workshop.change((change) =>
    change.add({
      id: `note ${text}` as ShapeId,
      kind: 'note',
      board: FIRST_BOARD,
      order: 'a5',
      geometry: [0, 0, 176, 80, 0],
      text,
      grow: 0,
      style: { color: 'pink' },
      ...facts,
      cell: {
        journey,
        role,
        ...(lane && { lane }),
        ...(step !== undefined && { step: stepIn(workshop, journey, step) }),
      },
    }),
  )
}

test('an ideal begins as the same journey, in stages of its own, with the current feelings behind its own', () => {
  const scene = open((workshop, journey) => {
    addNote(workshop, journey, 'slow', 'a')
    addNote(workshop, journey, 'asks', 'a', {}, 'action')
    addNote(workshop, journey, 'faster', undefined, { serves: stepIn(workshop, journey, 'b') }, 'opportunity')
    addNote(workshop, journey, 'sooner', 'c', { serves: stepIn(workshop, journey, 'b') }, 'opportunity')
  })
  const { workshop, journey, ideal, story } = scene
  expect(said({ ...diffOf(scene), pains: [] })).toEqual({ kept: 5 })
  const made = workshop.journeys.get('journeys', ideal)
  expect(made).toMatchObject({ kind: 'ideal', of: journey, name: 'Ideal' })
  expect(made?.story).not.toBe(story)
  const lane = workshop.journeys.lanesOf(ideal).find(({ kind }) => kind === 'emotion')
  expect(lane?.journeys).toEqual([journey])
  const copies = workshop.shapes.placement.notesOf(ideal)
  expect(new Set(copies.map(({ text }) => text))).toEqual(new Set(['asks', 'sooner']))
  expect(copies.find(({ text }) => text === 'sooner')?.serves).toBe(stepIn(workshop, ideal, 'b'))
  workshop.history.undo()
  expect(workshop.journeys.all('journeys')).toHaveLength(1)
  expect(workshop.journeys.all('stages')).toHaveLength(2)
})

test('the ideals of two tracks share their stages, too', () => {
  const { workshop, story, ideal } = open()
  const host = run(workshop, (change) => addJourney(workshop, change, { name: 'Host', story })).journey
  const second = run(workshop, (change) => makeIdeal(workshop, change, host, 'Ideal host'))
  const stories = [ideal, second].map((id) => workshop.journeys.get('journeys', id)?.story)
  expect(stories[0]).toBe(stories[1])
  expect(workshop.journeys.all('stages')).toHaveLength(4)
})

test('says what was added, removed, renamed and felt otherwise', () => {
  const scene = open()
  const { workshop, ideal } = scene
  workshop.change((change) => {
    addStep(workshop, change, { journey: ideal, after: stepIn(workshop, ideal, 'b') }, { title: 'n' })
    removeSteps(workshop, change, [stepIn(workshop, ideal, 'e')])
    change.set('steps', stepIn(workshop, ideal, 'a'), { emotion: 1 })
    change.set('steps', stepIn(workshop, ideal, 'b'), { emotion: 2 })
    change.set('steps', stepIn(workshop, ideal, 'd'), { title: 'D', today: 'Nothing' })
  })
  expect(said(diffOf(scene))).toEqual({
    added: 'n',
    removed: 'e',
    changed: ['d:title,today'],
    emotions: ['a3', 'b0'],
    kept: 4,
  })
})

test('says which steps are elsewhere, and as few of them as can be', () => {
  const scene = open()
  const { workshop, ideal } = scene
  const [first, second] = version(workshop, ideal).stages.map(({ id }) => id) as [StageId, StageId]
  workshop.change((change) =>
    moveSteps(workshop, change, [stepIn(workshop, ideal, 'c')], {
      stage: first,
      before: stepIn(workshop, ideal, 'a'),
    }),
  )
  expect(said(diffOf(scene))).toEqual({ moved: 'c', kept: 5 })
  expect(diffOf(scene).moved[0]).toMatchObject({ stages: undefined, after: undefined })
  workshop.change((change) => moveSteps(workshop, change, [stepIn(workshop, ideal, 'b')], { stage: second }))
  expect(diffOf(scene).moved.find(({ from }) => from.title === 'b')).toMatchObject({
    stages: { from: { name: 'Before' }, to: { name: 'After' } },
    after: { title: 'e' },
  })
})

test('a stage that is called otherwise is still the same one', () => {
  const scene = open()
  const { workshop, ideal } = scene
  for (const { id } of version(workshop, ideal).stages)
    workshop.change((change) => change.set('stages', id, { name: 'New' }))
  expect(said(diffOf(scene))).toEqual({ kept: 5 })
})

test('says which steps were merged and split', () => {
  const scene = open()
  const { workshop, ideal } = scene
  run(workshop, (change) =>
    mergeSteps(workshop, change, [stepIn(workshop, ideal, 'a'), stepIn(workshop, ideal, 'b')]),
  )
  run(workshop, (change) =>
    splitStep(workshop, change, stepIn(workshop, ideal, 'd'), { second: { title: 'D' } }),
  )
  expect(said(diffOf(scene))).toEqual({ merged: ['ab→a · b'], split: ['d→dD'], kept: 5 })
})

test('steps that were split before the ideal was made are one each, and those split afterwards are two of one', () => {
  const split = (workshop: Workshop, journey: JourneyId) =>
    run(workshop, (change) =>
      splitStep(workshop, change, stepIn(workshop, journey, 'a'), { second: { title: 'A' } }),
    )
  const before = open((workshop, journey) => void split(workshop, journey))
  expect(said(diffOf(before))).toEqual({ kept: 6 })
  const after = open()
  split(after.workshop, after.journey)
  expect(said(diffOf(after))).toEqual({ merged: ['aA→a'], kept: 6 })
})

test('a pain point is open as long as nothing was decided and nothing serves its step', () => {
  const scene = open((workshop, journey) => {
    addNote(workshop, journey, 'later', 'c')
    addNote(workshop, journey, 'open', 'a')
    addNote(workshop, journey, 'solved', 'a', { status: 'solved' })
    addNote(workshop, journey, 'dismissed', 'a', { status: 'dismissed' })
    addNote(workshop, journey, 'planned', 'a', { solution: 'A queue' })
    addNote(workshop, journey, 'tray', undefined)
    addNote(workshop, journey, 'served', 'b')
    addNote(workshop, journey, 'idea', 'd', { serves: stepIn(workshop, journey, 'b') }, 'opportunity')
  })
  const { workshop, ideal } = scene
  expect(said(diffOf(scene)).pains).toEqual(['open', 'later', 'tray'])
  addNote(workshop, ideal, 'new idea', 'a', {}, 'opportunity')
  expect(said(diffOf(scene)).pains).toEqual(['later', 'tray'])
  workshop.change((change) => removeSteps(workshop, change, [stepIn(workshop, ideal, 'c')]))
  expect(diffOf(scene).pains.map(({ stepGone }) => stepGone)).toEqual([true, false])
})

test('a row of rising numbers rises, and no longer one does', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 9 }), (numbers) => {
      const found = numbers.filter((_, index) => longestRising(numbers).has(index))
      expect(found).toEqual(found.toSorted((a, b) => a - b))
      expect(found).toHaveLength(longestBySearch(numbers))
    }),
  )
})

function longestBySearch([first, ...rest]: readonly number[]): number {
  if (first === undefined) return 0
  return Math.max(longestBySearch(rest), 1 + longestBySearch(rest.filter((number) => number > first)))
}
