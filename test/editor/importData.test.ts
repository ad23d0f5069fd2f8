import { expect, test } from 'vitest'
import {
  dismissFeedback,
  importFeedback,
  judgeFeedback,
  mergeAllFeedback,
  placeQuote,
  splitFeedback,
  takeQuoteBack,
} from '../../renderer/editor/journey/feedbackCommands.ts'
import {
  addMetric,
  importMetrics,
  placeMetric,
  removeMetric,
} from '../../renderer/editor/journey/metricCommands.ts'
import { stampSelection } from '../../renderer/editor/commands/addStamps.ts'
import { moveShapes } from '../../renderer/editor/commands/moveShapes.ts'
import { createEditor } from '../../renderer/editor/createEditor.ts'
import { stepAt } from '../../renderer/editor/journey/stepAt.ts'
import type { FeedbackId, JourneyId, StageId, StepId, StoryId } from '../../shared/journey/ids.ts'
import { feedbackFrom } from '../../shared/journey/importData/feedbackFrom.ts'
import { guessMetricMapping } from '../../shared/journey/importData/metricMapping.ts'
import { metricsFrom } from '../../shared/journey/importData/metricsFrom.ts'
import { MAP } from '../../shared/journey/mapLayout.ts'
import { FIRST_BOARD, newShapeId } from '../../shared/model/ids.ts'
import { openWorkshop } from '../../shared/model/workshop.ts'
import { monospace } from '../support/measure.ts'
import { TestEditor } from '../support/testEditor.ts'

const journey = 'guest' as JourneyId
const story = 'story' as StoryId
const stage = 'stay' as StageId
const [arrive, leave] = ['arrive' as StepId, 'leave' as StepId]

function withMap(): TestEditor {
  const board = new TestEditor()
  board.editor.workshop.change((change) => {
    change.put('journeys', { id: journey, order: 'a0', name: '', story, kind: 'current', direction: 'ltr' })
    change.put('stages', { id: stage, order: 'a0', story, name: 'Stay' })
    for (const [id, order] of [
      [arrive, 'a0'],
      [leave, 'a1'],
    ] as const)
      change.put('steps', {
        id,
        order,
        journey,
        stage,
        title: id,
        caption: '',
        today: '',
        place: '',
        feelings: {},
        votes: 0,
        origins: [id],
      })
    change.add({
      id: newShapeId(),
      kind: 'map',
      board: FIRST_BOARD,
      order: 'a0',
      geometry: [100, 100, 1, 1, 0],
      journey,
    })
  })
  return board
}

const rows = [
  ['id', 'text', 'rating'],
  ['1', 'Nobody was there to let us in.', '1'],
  ['2', 'Lovely flat, warm welcome.', '5'],
]
const drafts = feedbackFrom(rows, { header: true, roles: ['id', 'text', 'rating'] }, 'reviews').feedback

test('feedback is imported in one step, and recognised when it comes again', () => {
  const { editor } = withMap()
  const { history, journeys } = editor.workshop
  expect(importFeedback(editor, drafts)).toEqual({ added: 2, known: 0 })
  expect(importFeedback(editor, drafts)).toEqual({ added: 0, known: 2 })
  expect(
    journeys.all('feedback').map(({ rating, sentiment, source }) => [rating, sentiment, source]),
  ).toEqual([
    [1, -1, 'reviews'],
    [5, 1, 'reviews'],
  ])
  history.undo()
  expect(journeys.all('feedback')).toEqual([])
})

test('feedback of a file without ids is recognised by its words, as often as it is there', () => {
  const { editor } = withMap()
  importFeedback(editor, drafts)
  const again = feedbackFrom(
    [['Lovely flat, warm welcome.'], ['Lovely flat, warm welcome.'], ['New words']],
    { header: false, roles: ['text'] },
    'cards',
  )
  expect(importFeedback(editor, again.feedback, true)).toEqual({ added: 2, known: 1 })
})

test('a quote becomes a note among the thoughts at a step, in one step; deleting the note brings it back', () => {
  const { editor } = withMap()
  const { journeys, shapes, history } = editor.workshop
  importFeedback(editor, drafts)
  const [first] = drafts
  const id = first?.id ?? ('' as FeedbackId)
  const note = placeQuote(editor, id, arrive)
  expect(note && shapes.get(note)).toMatchObject({
    text: 'Nobody was there to let us in.',
    quote: id,
    evidence: 'heard',
    cell: { journey, role: 'thought', step: arrive },
  })
  expect(journeys.lanesOf(journey).map(({ kind }) => kind)).toEqual(['thought'])
  expect(journeys.get('feedback', id)?.note).toBe(note)

  const moved = placeQuote(editor, id, leave)
  expect(shapes.placement.notesOf(journey).map(({ id: own }) => own)).toEqual([moved])
  history.undo()
  expect(journeys.get('feedback', id)?.note).toBe(note)
  history.undo()
  expect(shapes.placement.notesOf(journey)).toEqual([])
  expect(journeys.lanesOf(journey)).toEqual([])

  placeQuote(editor, id, arrive)
  takeQuoteBack(editor, id)
  expect(journeys.get('feedback', id)).not.toHaveProperty('note')
  expect(shapes.placement.notesOf(journey)).toEqual([])
})

test('a quote that is put elsewhere keeps what was written in its note, and the stamps on it', () => {
  const { editor } = withMap()
  const { shapes } = editor.workshop
  importFeedback(editor, drafts)
  const id = drafts[0]?.id ?? ('' as FeedbackId)
  const note = placeQuote(editor, id, arrive)
  if (!note) throw new Error('Expected a note')
  editor.workshop.change((change) => {
    change.setText(note, 'Nobody, in the rain!')
    change.update(note, { owner: 'Ana' })
  })
  editor.selection.set(new Set([note]))
  expect(stampSelection(editor)).toBe(1)
  expect(placeQuote(editor, id, leave)).toBe(note)
  expect(shapes.get(note)).toMatchObject({
    text: 'Nobody, in the rain!',
    owner: 'Ana',
    cell: { step: leave, role: 'thought' },
  })
  expect(shapes.referrers(note).map(({ kind }) => kind)).toEqual(['stamp'])
})

test('a quote whose note was dragged out of its map is a card again when it is placed', () => {
  const { editor } = withMap()
  const { shapes } = editor.workshop
  importFeedback(editor, drafts)
  const id = drafts[0]?.id ?? ('' as FeedbackId)
  const note = placeQuote(editor, id, arrive) ?? newShapeId()
  moveShapes(editor, [note], [-5000, -5000])
  expect(shapes.get(note)).not.toHaveProperty('cell')
  placeQuote(editor, id, leave)
  expect(shapes.get(note)).toMatchObject({ cell: { step: leave } })
  expect(shapes.get(note)?.geometry[2]).toBe(MAP.card)
})

test('feedback that names a shape which does not quote it leaves that alone', () => {
  const { editor } = withMap()
  const { journeys, shapes } = editor.workshop
  importFeedback(editor, drafts)
  const id = drafts[0]?.id ?? ('' as FeedbackId)
  const map = shapes.placement.mapOf(journey) ?? newShapeId()
  editor.workshop.change((change) => change.set('feedback', id, { note: map }))
  takeQuoteBack(editor, id)
  expect(shapes.get(map)?.kind).toBe('map')
  expect(journeys.get('feedback', id)).not.toHaveProperty('note')
})

test('where nothing may be changed, neither figures nor feedback are', () => {
  const { doc } = withMap()
  const workshop = openWorkshop(doc)
  const reader = createEditor({ workshop, measure: monospace, readOnly: true })
  workshop.change((change) => drafts.forEach((draft) => change.put('feedback', { ...draft, order: 'a0' })))
  const before = JSON.stringify(doc.toJSON())
  const [id, other] = drafts.map((draft) => draft.id)
  if (!id || !other) throw new Error('Expected two')
  expect(addMetric(reader, { name: 'NPS', unit: '', better: 'higher', series: [] })).toBeUndefined()
  expect(placeQuote(reader, id, arrive)).toBeUndefined()
  judgeFeedback(reader, id, 'good')
  dismissFeedback(reader, id, true)
  mergeAllFeedback(reader, [{ keep: id, others: [other] }])
  splitFeedback(reader, [other])
  takeQuoteBack(reader, id)
  expect(JSON.stringify(doc.toJSON())).toBe(before)
})

test('a long quote keeps all its words in the details of its note', () => {
  const { editor } = withMap()
  const text = 'A sentence of some length. '.repeat(30).trim()
  const [long] = feedbackFrom([[text]], { header: false, roles: ['text'] }, 'x').feedback
  importFeedback(editor, long ? [long] : [])
  const id = placeQuote(editor, long?.id ?? ('' as FeedbackId), arrive)
  const note = id && editor.workshop.shapes.get(id)
  if (note?.kind !== 'note') throw new Error('Expected a note')
  expect(note.text.length).toBeLessThan(240)
  expect(note.description).toBe(text)
})

test('merged feedback gives its note to the one that is kept, and can be separated again', () => {
  const { editor } = withMap()
  const { journeys, shapes } = editor.workshop
  importFeedback(editor, drafts)
  const [keep, other] = drafts.map(({ id }) => id)
  if (!keep || !other) throw new Error('Expected two')
  const note = placeQuote(editor, other, arrive)
  mergeAllFeedback(editor, [{ keep, others: [other] }])
  expect(journeys.get('feedback', keep)?.note).toBe(note)
  expect(note && shapes.get(note)).toMatchObject({ quote: keep })
  expect(journeys.get('feedback', other)).toMatchObject({ merged: keep })
  splitFeedback(editor, [other])
  expect(journeys.get('feedback', other)).not.toHaveProperty('merged')
})

test('feedback is judged and dismissed by people, too', () => {
  const { editor } = withMap()
  importFeedback(editor, drafts)
  const id = drafts[0]?.id ?? ('' as FeedbackId)
  judgeFeedback(editor, id, 'good')
  expect(editor.workshop.journeys.get('feedback', id)?.sentiment).toBe(1)
  judgeFeedback(editor, id, 'unknown')
  expect(editor.workshop.journeys.get('feedback', id)).not.toHaveProperty('sentiment')
  dismissFeedback(editor, id, true)
  expect(editor.workshop.journeys.get('feedback', id)?.dismissed).toBe(true)
  dismissFeedback(editor, id, false)
  expect(editor.workshop.journeys.get('feedback', id)).not.toHaveProperty('dismissed')
})

test('metrics that are imported again get the new figures, and keep what was changed since', () => {
  const { editor } = withMap()
  const { journeys, history } = editor.workshop
  const table = (value: string) => [
    ['month', 'visits', 'bounce_rate'],
    ['2021-01', '100', '0.5'],
    ['2021-02', value, '0.25'],
  ]
  const metrics = (value: string) => metricsFrom(table(value), guessMetricMapping(table(value))).metrics
  expect(importMetrics(editor, metrics('120'), 'site')).toEqual({ added: 2, updated: 0 })
  const [visits] = journeys.all('metrics')
  if (!visits) throw new Error('Expected a metric')
  placeMetric(editor, visits.id, { step: arrive })
  expect(journeys.get('metrics', visits.id)).toMatchObject({ step: arrive, journey })
  expect(journeys.lanesOf(journey).map(({ kind }) => kind)).toEqual(['metric'])
  expect(importMetrics(editor, metrics('150'), 'site')).toEqual({ added: 0, updated: 2 })
  const now = journeys.get('metrics', visits.id)
  expect(now?.step).toBe(arrive)
  expect(now?.series.at(-1)?.value).toBe(150)
  history.undo()
  expect(journeys.get('metrics', visits.id)?.series.at(-1)?.value).toBe(120)
  placeMetric(editor, visits.id, { stage })
  expect(journeys.get('metrics', visits.id)).toMatchObject({ stage })
  expect(journeys.get('metrics', visits.id)).not.toHaveProperty('step')
})

test('a metric by hand is added after the others, and comes back when its removal is undone', () => {
  const { editor } = withMap()
  const { journeys, history } = editor.workshop
  const id = addMetric(editor, { name: 'NPS', unit: '', better: 'higher', series: [] })
  if (id) removeMetric(editor, id)
  expect(journeys.all('metrics')).toEqual([])
  history.undo()
  expect(journeys.all('metrics').map(({ name }) => name)).toEqual(['NPS'])
})

test('knows the step whose column is at a point, and the stage above it', () => {
  const { editor } = withMap()
  const map = editor.workshop.shapes.all(FIRST_BOARD)[0]
  if (map?.kind !== 'map' || !map.layout) throw new Error('Expected a map')
  const [at] = map.layout.stages
  const column = at?.columns[1]
  if (!at || !column) throw new Error('Expected columns')
  const [x, y] = map.geometry
  expect(stepAt(editor, [x + column.x + 20, y + map.layout.h - 5])?.step).toBe(leave)
  expect(stepAt(editor, [x + at.box.x + 20, y + at.box.y + 10])?.stage).toBe(stage)
  expect(stepAt(editor, [-5000, 0])).toBeUndefined()
})
