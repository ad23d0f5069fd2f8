import { expect, test } from 'vitest'
import type { Moment, Step } from '../../../../shared/journey/entities.ts'
import { firstOpen, flowProgress, looseEnds } from '../../../../shared/journey/flow/flowProgress.ts'
import { readFlow } from '../../../../shared/journey/flow/flowStory.ts'
import type {
  JourneyId,
  MomentId,
  PersonaId,
  StageId,
  StepId,
  StoryId,
} from '../../../../shared/journey/ids.ts'
import { FIRST_BOARD, type ShapeId } from '../../../../shared/model/ids.ts'
import type { Note } from '../../../../shared/model/shape.ts'
import {
  addFirstBoard,
  createDocument,
  openWorkshop,
  type Workshop,
} from '../../../../shared/model/workshop.ts'

const story = 'story' as StoryId
const guest = 'guest' as JourneyId

function open(): Workshop {
  const doc = createDocument()
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  workshop.change((change) => {
    change.put('personas', {
      id: 'p' as PersonaId,
      order: 'a0',
      name: 'Ana',
      role: 'guest',
      summary: '',
      color: 'blue',
      demographics: '',
      contact: '',
      learns: '',
      buys: '',
      competitors: '',
      solutions: '',
      formats: '',
      objections: '',
    })
    change.put('journeys', {
      id: guest,
      order: 'a0',
      name: '',
      story,
      kind: 'current',
      actor: 'p' as PersonaId,
      direction: 'ltr',
    })
    change.put('stages', { id: 's' as StageId, order: 'a0', story, name: 'Before' })
  })
  return workshop
}

const step = (id: string, order: string, more: Partial<Step> = {}): Step => ({
  id: id as StepId,
  order,
  journey: guest,
  stage: 's' as StageId,
  title: id,
  caption: '',
  today: '',
  place: '',
  feelings: {},
  votes: 0,
  origins: [id as StepId],
  ...more,
})
const moment = (id: string, more: Partial<Moment> = {}): Moment => ({
  id: id as MomentId,
  order: 'a0',
  story,
  journey: guest,
  text: id,
  votes: 0,
  ...more,
})
const note = (id: string, role: 'pain' | 'opportunity', at: string, more: Partial<Note> = {}): Note => ({
  id: id as ShapeId,
  kind: 'note',
  board: FIRST_BOARD,
  order: 'a0',
  geometry: [0, 0, 176, 80, 0],
  style: { color: 'pink' },
  text: id,
  grow: 0,
  cell: { journey: guest, role, step: at as StepId },
  ...more,
})
const flow = (workshop: Workshop) => readFlow(workshop.journeys, story, workshop.shapes.placement.notesOf)

test('whoever has a persona and nothing else goes on with the moments', () => {
  expect(firstOpen(flowProgress(flow(open())))).toBe('moments')
})

test('frames count as made as long as their steps are there', () => {
  const workshop = open()
  workshop.change((change) => {
    change.put('steps', step('one', 'a0'))
    change.put('moments', moment('m1', { picked: true, step: 'one' as StepId }))
    change.put('moments', moment('m2', { picked: true, step: 'gone' as StepId }))
    change.put('moments', moment('m3'))
  })
  const progress = flowProgress(flow(workshop))
  expect(progress.moments).toEqual({ done: 3, of: 3 })
  expect(progress.pick).toEqual({ done: 2, of: 2 })
  expect(progress.frames).toEqual({ done: 1, of: 2 })
  expect(firstOpen(progress)).toBe('feelings')
})

test('frames made without moments are frames, too', () => {
  const workshop = open()
  workshop.change((change) => change.put('steps', step('one', 'a0', { emotion: 0, today: 'We write' })))
  const progress = flowProgress(flow(workshop))
  expect(progress.frames).toEqual({ done: 1, of: 1 })
  expect([progress.feelings, progress.today]).toEqual([
    { done: 1, of: 1 },
    { done: 1, of: 1 },
  ])
})

test('pains and ideas come in the order of their frames, and say what they lack', () => {
  const workshop = open()
  workshop.change((change) => {
    change.put('steps', step('one', 'a0'))
    change.put('steps', step('two', 'a1', { today: 'A letter' }))
    change.add(note('late', 'pain', 'two', { owner: 'Ivan', due: '2026-03-01', status: 'open' }))
    change.add(note('early', 'pain', 'one', { owner: ' ' }))
    change.add(note('moot', 'pain', 'one', { status: 'dismissed', order: 'a1' }))
    change.add(note('idea', 'opportunity', 'one', { serves: 'gone' as StepId }))
  })
  const now = flow(workshop)
  expect(now.pains.map(({ id }) => id)).toEqual(['early', 'moot', 'late'])
  expect(flowProgress(now).owners).toEqual({ done: 2, of: 4 })
  expect(looseEnds(now)).toEqual({ noOwner: 2, noDate: 2, noStatus: 1, noFrame: 1, holes: 1 })
})
