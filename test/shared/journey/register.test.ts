import { expect, test } from 'vitest'
import { moveScore, placeDots, scoreAt } from '../../../shared/journey/priorityMatrix.ts'
import type { Journey, Role, Step } from '../../../shared/journey/entities.ts'
import type { JourneyId, StageId, StepId, StoryId } from '../../../shared/journey/ids.ts'
import {
  countSolved,
  filterRows,
  NO_FILTER,
  ownersOf,
  rowsOf,
  sortRows,
  type RegisterSource,
} from '../../../shared/journey/register.ts'
import { isUnserved, servedFrames } from '../../../shared/journey/served.ts'
import { FIRST_BOARD, type ShapeId } from '../../../shared/model/ids.ts'
import type { Note } from '../../../shared/model/shape.ts'

const journeyOf = (id: string): Journey => ({
  id: id as JourneyId,
  order: id,
  name: id,
  story: 'story' as StoryId,
  kind: 'current',
  direction: 'ltr',
})
const stepOf = (id: string, journey: string): Step => ({
  id: id as StepId,
  order: id,
  journey: journey as JourneyId,
  stage: 'stage' as StageId,
  title: id,
  caption: '',
  today: '',
  place: '',
  feelings: {},
  votes: 0,
  origins: [id as StepId],
})

function noteOf(id: string, at: string | undefined, more: Partial<Note> = {}, role: Role = 'pain'): Note {
  return {
    id: id as ShapeId,
    kind: 'note',
    board: FIRST_BOARD,
    order: id,
    geometry: [0, 0, 176, 80, 0],
    text: id,
    grow: 0,
    style: { color: 'pink' },
    ...more,
    cell: { journey: 'guest' as JourneyId, role, ...(at !== undefined && { step: at as StepId }) },
  }
}

function sourceOf(notes: readonly Note[]): RegisterSource {
  const all = [journeyOf('guest'), journeyOf('host')]
  const steps = { guest: ['find', 'book'], host: ['list'] }
  return {
    journeys: {
      all: (kind: string) => (kind === 'journeys' ? all : []) as never,
      stepsOf: (id) => steps[id as 'guest' | 'host'].map((step) => stepOf(step, id)),
    },
    notesOf: (id) => (id === ('guest' as JourneyId) ? notes : []),
  }
}

const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

test('a register lists the notes of its role in the order of time, those in the tray last', () => {
  const rows = rowsOf(
    sourceOf([
      noteOf('tray', undefined),
      noteOf('gone', 'nowhere'),
      noteOf('late', 'book'),
      noteOf('early', 'find'),
      noteOf('idea', 'find', {}, 'opportunity'),
    ]),
    'pain',
  )
  expect(ids(rows)).toEqual(['early', 'late', 'tray', 'gone'])
  expect(rows.map(({ number }) => number)).toEqual([1, 2, 0, 0])
})

test('what nobody has said anything about counts as open, and as an assumption', () => {
  const rows = rowsOf(
    sourceOf([
      noteOf('a', 'find'),
      noteOf('b', 'find', { status: 'solved', evidence: 'measured' }),
      noteOf('c', 'find', { status: 'dismissed', evidence: 'assumed' }),
    ]),
    'pain',
  )
  expect(ids(filterRows(rows, { ...NO_FILTER, status: new Set(['open']) }))).toEqual(['a'])
  expect(ids(filterRows(rows, { ...NO_FILTER, assumptions: true }))).toEqual(['a', 'c'])
  expect(countSolved(rows)).toEqual({ count: 1, of: 2 })
})

test('filters narrow each other, and text is looked for in all that can be read', () => {
  const rows = rowsOf(
    sourceOf([
      noteOf('a', 'find', { owner: 'Ana', severity: 4, description: 'Preturažno' }),
      noteOf('b', 'book', { owner: 'Ana', solution: 'Kraći obrazac' }),
      noteOf('c', 'book', { severity: 4 }),
    ]),
    'pain',
  )
  expect(ids(filterRows(rows, { ...NO_FILTER, owner: new Set(['Ana']), severity: new Set([4]) }))).toEqual([
    'a',
  ])
  expect(ids(filterRows(rows, { ...NO_FILTER, owner: new Set(['']) }))).toEqual(['c'])
  expect(ids(filterRows(rows, { ...NO_FILTER, step: new Set(['book' as StepId]) }))).toEqual(['b', 'c'])
  expect(ids(filterRows(rows, { ...NO_FILTER, text: 'obrazac kraci' }))).toEqual(['b'])
  expect(ids(filterRows(rows, { ...NO_FILTER, text: 'ana' }))).toEqual(['a', 'b'])
  expect(ownersOf(rows, 'hr')).toEqual(['Ana'])
})

test('rows that say nothing about a column come last, whichever way it is sorted', () => {
  const rows = rowsOf(
    sourceOf([
      noteOf('a', 'find', { severity: 1, due: '2026-05-01' }),
      noteOf('b', 'find'),
      noteOf('c', 'book', { severity: 4, due: '2026-01-31' }),
    ]),
    'pain',
  )
  expect(ids(sortRows(rows, { by: 'severity', descending: false }, 'en'))).toEqual(['a', 'c', 'b'])
  expect(ids(sortRows(rows, { by: 'severity', descending: true }, 'en'))).toEqual(['c', 'a', 'b'])
  expect(ids(sortRows(rows, { by: 'due', descending: false }, 'en'))).toEqual(['c', 'a', 'b'])
  expect(ids(sortRows(rows, { by: 'text', descending: true }, 'en'))).toEqual(['c', 'b', 'a'])
  expect(ids(sortRows(rows, null, 'en'))).toEqual(['a', 'b', 'c'])
})

test('an opportunity serves the frame that it names, else the one at which it lies', () => {
  const tracks = servedFrames(
    sourceOf([
      noteOf('here', 'find', {}, 'opportunity'),
      noteOf('there', 'find', { serves: 'list' as StepId }, 'opportunity'),
      noteOf('dropped', 'book', { status: 'dismissed' }, 'opportunity'),
      noteOf('pain', 'book'),
    ]),
  )
  const [guest, host] = tracks
  expect(guest?.frames.map(({ opportunities }) => ids(opportunities))).toEqual([['here'], []])
  expect(guest?.frames.map(({ pains }) => ids(pains))).toEqual([[], ['pain']])
  expect(guest?.frames.map(isUnserved)).toEqual([false, true])
  expect(host?.frames.map(({ opportunities }) => ids(opportunities))).toEqual([['there']])
})

test('what lies in one cell of the matrix is fanned out within it, and let go again means the same', () => {
  const rows = rowsOf(
    sourceOf(
      Array.from({ length: 12 }, (_, index) =>
        noteOf(`n${index}`, 'find', { impact: 5, effort: 1 }, 'opportunity'),
      ),
    ),
    'opportunity',
  )
  const dots = placeDots(rows)
  expect(new Set(dots.map(({ at }) => at.map((value) => value.toFixed(4)).join())).size).toBe(12)
  for (const { at } of dots) expect(scoreAt(at)).toEqual({ impact: 5, effort: 1 })
})

test('every cell of the matrix is met where it is drawn, and nothing lies beyond its edges', () => {
  for (const impact of [1, 2, 3, 4, 5])
    for (const effort of [1, 2, 3, 4, 5]) {
      const rows = rowsOf(sourceOf([noteOf('n', 'find', { impact, effort }, 'opportunity')]), 'opportunity')
      const [dot] = placeDots(rows)
      expect(dot && scoreAt(dot.at)).toEqual({ impact, effort })
    }
  expect(scoreAt([-1, -1])).toEqual({ impact: 5, effort: 1 })
  expect(scoreAt([1, 1])).toEqual({ impact: 1, effort: 5 })
  expect(moveScore({}, { impact: 1, effort: 0 })).toEqual({ impact: 4, effort: 3 })
  expect(moveScore({ impact: 5, effort: 1 }, { impact: 1, effort: -1 })).toEqual({ impact: 5, effort: 1 })
})

test('two thousand rows are read, filtered and sorted within 50 ms', () => {
  const notes = Array.from({ length: 2000 }, (_, index) =>
    noteOf(`n${index}`, index % 2 ? 'find' : 'book', {
      severity: (index % 4) + 1,
      description: `Something about ${index}`,
    }),
  )
  const once = () => {
    const rows = filterRows(rowsOf(sourceOf(notes), 'pain'), { ...NO_FILTER, text: 'about 1' })
    return sortRows(rows, { by: 'text', descending: true }, 'en')
  }
  once()
  const from = performance.now()
  expect(once().length).toBeGreaterThan(0)
  expect(performance.now() - from).toBeLessThan(50)
})
