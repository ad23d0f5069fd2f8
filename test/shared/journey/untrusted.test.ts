import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { feelingsOf } from '../../../shared/journey/curves.ts'
import {
  MOST_WORDS,
  type Journey,
  type Lane,
  type Metric,
  type Step,
} from '../../../shared/journey/entities.ts'
import type {
  JourneyId,
  LaneId,
  MetricId,
  PersonaId,
  StageId,
  StepId,
  StoryId,
} from '../../../shared/journey/ids.ts'
import { findGaps } from '../../../shared/journey/gaps.ts'
import { layOutMap, type MapInput } from '../../../shared/journey/mapLayout.ts'
import { matchSteps } from '../../../shared/journey/matchSteps.ts'
import { readEntity } from '../../../shared/journey/readEntity.ts'
import { layOutStory } from '../../../shared/journey/storyLayout.ts'
import { FIRST_BOARD, type ShapeId } from '../../../shared/model/ids.ts'
import { recordsOf } from '../../../shared/model/records.ts'
import type { PlainText } from '../../../shared/model/shape.ts'
import { createDocument, openWorkshop } from '../../../shared/model/workshop.ts'

const journey: Journey = {
  id: 'j' as JourneyId,
  order: 'a0',
  name: '',
  story: 'story' as StoryId,
  kind: 'current',
  direction: 'ltr',
}
const stage = { id: 's' as StageId, order: 'a0', story: journey.story, name: '' }

function step(id: string, fields: Partial<Step> = {}): Step {
  return {
    id: id as StepId,
    order: 'a0',
    journey: journey.id,
    stage: stage.id,
    title: '',
    caption: '',
    today: '',
    place: '',
    feelings: {},
    votes: 0,
    origins: [id as StepId],
    ...fields,
  }
}
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index))

function mapOf(input: Partial<MapInput>): MapInput {
  const empty = {
    cards: [],
    metrics: [],
    channels: [],
    teams: [],
    curves: [],
    links: [],
    lanes: [],
    steps: [],
  }
  return { journey, actor: undefined, stages: [stage], ...empty, ...input }
}

/** What takes time by the square of how many there are would take minutes with as many. */
const MANY = 50_000

test('a step in whose text two people typed at once is read, though it is longer than either could make it', () => {
  const [mine, theirs] = [createDocument(), createDocument()]
  const [a, b] = [openWorkshop(mine), openWorkshop(theirs)]
  a.change((change) => change.put('steps', step('one', { caption: 'x' })))
  Y.applyUpdate(theirs, Y.encodeStateAsUpdate(mine))
  a.change((change) => change.set('steps', 'one' as StepId, { caption: `a${'a'.repeat(MOST_WORDS - 2)}x` }))
  b.change((change) => change.set('steps', 'one' as StepId, { caption: `x${'b'.repeat(MOST_WORDS - 1)}` }))
  Y.applyUpdate(mine, Y.encodeStateAsUpdate(theirs))
  expect(a.journeys.get('steps', 'one')?.caption).toHaveLength(2 * MOST_WORDS - 1)
  expect(a.journeys.unreadable()).toBe(0)
})

test('a version that is no number does no harm', () => {
  for (const v of [{ valueOf: 1, toString: 1 }, [[]], 'x', -1, Number.NaN])
    expect(() => readEntity('steps', { ...step('one'), v })).not.toThrow()
  expect(readEntity('steps', { ...step('one'), v: 2 })).toBeUndefined()
  expect(readEntity('steps', { ...step('one'), v: 1 })).toBeDefined()
})

test('personas may be called like what every object has', () => {
  for (const id of ['__proto__', 'constructor', 'toString'] as PersonaId[]) {
    expect(feelingsOf([step('one')], id)).toEqual(new Map())
    const felt = readEntity('steps', { ...step('one'), [`feel:${id}`]: 2 })
    expect([0, 1]).toContain(feelingsOf(felt ? [felt] : [], id).size)
  }
})

test('steps of two long versions of a journey are matched without comparing all with all', () => {
  const ours = many(MANY, (index) => step(`a${index}`))
  const theirs = many(MANY, (index) => step(`b${index}`, { origins: [`a${index}` as StepId] }))
  const pairs = matchSteps(ours, theirs)
  expect(pairs).toHaveLength(MANY)
  expect(pairs.every(([one, other]) => other.id === `b${one.id.slice(1)}`)).toBe(true)
})

test('gaps between very many steps are found without looking back over all of them', () => {
  const steps = many(MANY, (index) => step(`a${index}`, { device: index % 2 === 0 ? 'phone' : 'laptop' }))
  expect(findGaps(steps, [], [])).toHaveLength(MANY - 1)
})

test('a map of very many steps, lanes and figures is laid out', () => {
  const steps = many(MANY, (index) => step(`a${index}`))
  const lanes = many(2000, (index): Lane => ({
    id: `l${index}` as LaneId,
    order: 'a0',
    journey: journey.id,
    kind: 'metric',
    name: '',
  }))
  const metrics = many(MANY, (index): Metric => ({
    id: `m${index}` as MetricId,
    order: 'a0',
    name: '',
    unit: '',
    better: 'higher',
    source: '',
    step: `a${index}` as StepId,
    series: [],
  }))
  expect(layOutMap(mapOf({ steps, lanes })).lanes).toHaveLength(2000)
  expect(layOutMap(mapOf({ steps, lanes: lanes.slice(0, 2), metrics })).charts).toHaveLength(2 * MANY)
})

test('a storyboard of very many frames and tracks is laid out', () => {
  const track = { journey, actor: undefined, steps: many(MANY, (index) => step(`a${index}`)) }
  const empty = { stages: [stage], channels: [], metrics: [], served: new Map(), overlay: false, name: '' }
  const { rows } = layOutStory({ ...empty, tracks: [track] })
  expect(rows[0]?.frames.at(-1)?.number).toBe(MANY)
  const tracks = many(2 * MANY, () => ({ ...track, steps: [] }))
  expect(layOutStory({ ...empty, tracks }).rows).toHaveLength(2 * MANY)
})

test('many pictures whose frames are all gone, and many views of nothing, are read in time', () => {
  const doc = createDocument()
  const text: PlainText = {
    id: 't' as ShapeId,
    kind: 'text',
    board: FIRST_BOARD,
    order: 'a0',
    geometry: [0, 0, 10, 10, 0],
    text: '',
    grow: 0,
    style: { color: 'ink', font: 20 },
  }
  const { id: _, ...fields } = text
  const add = (id: string, of: object) =>
    recordsOf(doc, 'shapes').set(id, new Y.Map<unknown>(Object.entries({ v: 1, ...of })))
  doc.transact(() => {
    for (let index = 0; index < 2000; index++) {
      add(`t${index}`, { ...fields, frame: `gone${index}` })
      const { board, order, geometry } = fields
      add(`m${index}`, { board, order, geometry, kind: 'map', journey: `gone${index}` })
      add(`s${index}`, { board, order, geometry, kind: 'storyboard', story: `gone${index}` })
    }
  })
  const workshop = openWorkshop(doc)
  expect(workshop.shapes.count(FIRST_BOARD)).toBe(6000)
  expect(workshop.shapes.unreadable()).toBe(0)
  workshop.dispose()
})
