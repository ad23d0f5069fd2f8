import { expect, test } from 'vitest'
import type { JourneyId, StageId, StepId } from '../../../shared/journey/ids.ts'
import { addJourney } from '../../../shared/journey/structure/addJourney.ts'
import { addStage } from '../../../shared/journey/structure/addStage.ts'
import { addStep, addSteps } from '../../../shared/journey/structure/addSteps.ts'
import { addMapView, addStoryboardView } from '../../../shared/journey/structure/addView.ts'
import { duplicateSteps } from '../../../shared/journey/structure/duplicateSteps.ts'
import { copyLane, moveLane } from '../../../shared/journey/structure/lanes.ts'
import { mergeSteps } from '../../../shared/journey/structure/mergeSteps.ts'
import { moveStage } from '../../../shared/journey/structure/moveStage.ts'
import { moveSteps } from '../../../shared/journey/structure/moveSteps.ts'
import { indexAt, ordersAt } from '../../../shared/journey/structure/ordersAt.ts'
import { neighboursOf, stepNumber, stepsBetween } from '../../../shared/journey/structure/readers.ts'
import { removeJourney } from '../../../shared/journey/structure/removeJourney.ts'
import { removeStage } from '../../../shared/journey/structure/removeStage.ts'
import { removeSteps } from '../../../shared/journey/structure/removeSteps.ts'
import { splitStep } from '../../../shared/journey/structure/splitStep.ts'
import { FIRST_BOARD, type ShapeId } from '../../../shared/model/ids.ts'
import { byOrder } from '../../../shared/model/order.ts'
import type { Note, Shape } from '../../../shared/model/shape.ts'
import {
  addFirstBoard,
  createDocument,
  openWorkshop,
  type Change,
  type Workshop,
} from '../../../shared/model/workshop.ts'

/** Two stages with two steps each, a, b, c and d, on a map and a storyboard. */
function open() {
  const doc = createDocument()
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  const added = run(workshop, (change) =>
    addJourney(workshop, change, {
      name: 'Guest',
      stages: [
        { name: 'Before', steps: [{ title: 'a' }, { title: 'b' }] },
        { name: 'After', steps: [{ title: 'c' }, { title: 'd' }] },
      ],
    }),
  )
  run(workshop, (change) => {
    addMapView(workshop, change, { journey: added.journey, board: FIRST_BOARD, at: [0, 0] })
    addStoryboardView(workshop, change, { story: added.story, board: FIRST_BOARD, at: [0, -2000] })
  })
  return { workshop, ...added }
}

function run<T>(workshop: Workshop, edit: (change: Change) => T): T {
  let result: T | undefined
  workshop.change((change) => (result = edit(change)))
  return result as T
}

const titles = ({ journeys }: Workshop, journey: JourneyId): string =>
  journeys
    .stepsOf(journey)
    .map(({ title }) => title || '-')
    .join('')

function stepCalled({ journeys }: Workshop, title: string): StepId {
  const step = journeys.all('steps').find((one) => one.title === title)
  if (!step) throw new Error(`Expected a step ${title}`)
  return step.id
}

function addNote(
  workshop: Workshop,
  journey: JourneyId,
  step: StepId,
  kind: 'pain' | 'action' = 'pain',
): ShapeId {
  const id = `note ${workshop.shapes.count(FIRST_BOARD)}` as ShapeId
  const lane = workshop.journeys.lanesOf(journey).find((one) => one.kind === kind)
  const note: Note = {
    id,
    kind: 'note',
    board: FIRST_BOARD,
    order: 'a5',
    geometry: [0, 0, 176, 80, 0],
    text: 'slow',
    grow: 0,
    style: { color: 'pink' },
    cell: { journey, role: kind, step, was: [200, 220], ...(lane && { lane: lane.id }) },
  }
  workshop.change((change) => change.add(note))
  return id
}

function draw(workshop: Workshop, step: StepId, as: Partial<Shape> = {}): ShapeId {
  const id = `ink ${workshop.shapes.count(FIRST_BOARD)}` as ShapeId
  const picture = {
    id,
    kind: 'stamp',
    emoji: '😀',
    board: FIRST_BOARD,
    order: 'a6',
    geometry: [10, 20, 30, 40, 0],
    text: '',
    grow: 0,
    frame: step,
    ...as,
  } as unknown as Shape
  workshop.change((change) => change.addStored(picture))
  return id
}

const cellOf = (workshop: Workshop, id: ShapeId) => (workshop.shapes.get(id) as Note).cell
const trayOf = ({ shapes }: Workshop, journey: JourneyId): number => {
  const map = shapes.get(shapes.placement.mapOf(journey) ?? ('' as ShapeId))
  return (map?.kind === 'map' && map.layout?.tray?.count) || 0
}

test('steps are added where they are said to be, several in a row, and undone at once', () => {
  const { workshop, journey } = open()
  run(workshop, (change) =>
    addSteps(workshop, change, { journey, after: stepCalled(workshop, 'a') }, [
      { title: 'x' },
      { title: 'y' },
    ]),
  )
  run(workshop, (change) => addStep(workshop, change, { journey }, { title: 'z' }))
  run(workshop, (change) =>
    addStep(workshop, change, { journey, before: stepCalled(workshop, 'c') }, { title: 'w' }),
  )
  expect(titles(workshop, journey)).toBe('axybwcdz')
  workshop.history.undo()
  workshop.history.undo()
  workshop.history.undo()
  expect(titles(workshop, journey)).toBe('abcd')
})

test('a journey whose story has no stages gets one with its first step', () => {
  const { workshop, journey, stages } = open()
  for (const stage of stages) run(workshop, (change) => removeStage(workshop, change, stage))
  expect(titles(workshop, journey)).toBe('')
  run(workshop, (change) => addStep(workshop, change, { journey }, { title: 'n' }))
  expect(titles(workshop, journey)).toBe('n')
  expect(workshop.journeys.all('stages')).toHaveLength(1)
})

test('nothing happens, and nothing breaks, where what is named is gone', () => {
  const { workshop, journey } = open()
  const gone = 'gone' as StepId & StageId & JourneyId
  run(workshop, (change) => {
    expect(addStep(workshop, change, { journey: gone })).toBeUndefined()
    moveSteps(workshop, change, [gone], { stage: gone })
    moveSteps(workshop, change, [stepCalled(workshop, 'a')], { stage: gone })
    moveStage(workshop, change, gone, {})
    expect(duplicateSteps(workshop, change, [gone])).toEqual([])
    expect(splitStep(workshop, change, gone)).toBeUndefined()
    expect(mergeSteps(workshop, change, [gone, stepCalled(workshop, 'a')])).toBeUndefined()
    removeSteps(workshop, change, [gone])
    removeStage(workshop, change, gone)
    removeJourney(workshop, change, gone)
  })
  expect(titles(workshop, journey)).toBe('abcd')
})

test('steps move together, keep their order, and go before or after one that moves itself', () => {
  const { workshop, journey, stages } = open()
  const [first, second] = stages as [StageId, StageId]
  const ids = (...names: string[]) => names.map((name) => stepCalled(workshop, name))
  const move = (names: string[], to: Parameters<typeof moveSteps>[3]) =>
    run(workshop, (change) => moveSteps(workshop, change, ids(...names), to))
  move(['d', 'a'], { stage: second, before: stepCalled(workshop, 'c') })
  expect(titles(workshop, journey)).toBe('badc')
  move(['d', 'b'], { stage: second, before: stepCalled(workshop, 'd') })
  expect(titles(workshop, journey)).toBe('abdc')
  move(['a', 'b', 'c', 'd'], { stage: first })
  expect(titles(workshop, journey)).toBe('abdc')
  move(['c'], { stage: first, after: stepCalled(workshop, 'a') })
  expect(titles(workshop, journey)).toBe('acbd')
})

test('stages and lanes move, and take along what is in them', () => {
  const { workshop, journey, stages, story } = open()
  const [first, second] = stages as [StageId, StageId]
  run(workshop, (change) => moveStage(workshop, change, second, { before: first }))
  expect(titles(workshop, journey)).toBe('cdab')
  const third = run(workshop, (change) => addStage(workshop, change, { story, after: second, name: 'new' }))
  expect(workshop.journeys.stagesOf(story).map(({ id }) => id)).toEqual([second, third, first])
  const lanes = workshop.journeys.lanesOf(journey)
  run(workshop, (change) => {
    const [top, , , last] = lanes
    if (top && last) moveLane(workshop, change, last.id, { before: top.id })
  })
  expect(workshop.journeys.lanesOf(journey)[0]?.id).toBe(lanes[3]?.id)
})

test('a copy of a step says the same and shows the same picture, but has no notes and is a new step', () => {
  const { workshop, journey } = open()
  const b = stepCalled(workshop, 'b')
  addNote(workshop, journey, b)
  const ink = draw(workshop, b)
  workshop.change((change) => change.set('steps', b, { emotion: -2, votes: 3, key: true }))
  const [copy] = run(workshop, (change) => duplicateSteps(workshop, change, [b]))
  if (!copy) throw new Error('Expected a copy')
  expect(titles(workshop, journey)).toBe('abbcd')
  expect(workshop.journeys.get('steps', copy)).toMatchObject({
    emotion: -2,
    votes: 0,
    key: true,
    origins: [copy],
  })
  const [picture] = workshop.shapes.placement.inFrame(copy)
  expect(picture).not.toBe(ink)
  expect(picture && workshop.shapes.placement.stored(picture)?.geometry).toEqual([10, 20, 30, 40, 0])
  expect(workshop.shapes.placement.notesOf(journey)).toHaveLength(1)
})

test('both halves of a split step are what it was, and so is what steps are merged into', () => {
  const { workshop, journey } = open()
  const [b, c] = [stepCalled(workshop, 'b'), stepCalled(workshop, 'c')]
  const half = run(workshop, (change) => splitStep(workshop, change, b, { second: { title: 'B' } }))
  expect(titles(workshop, journey)).toBe('abBcd')
  expect(workshop.journeys.get('steps', half)?.origins).toEqual([b])
  run(workshop, (change) => mergeSteps(workshop, change, [c, b]))
  expect(workshop.journeys.get('steps', b)).toMatchObject({ title: 'b · c', origins: [b, c] })
  expect(workshop.journeys.get('steps', c)).toBeUndefined()
})

test('a merged step has the notes, the pictures and the other facts of all', () => {
  const { workshop, journey } = open()
  const [a, b] = [stepCalled(workshop, 'a'), stepCalled(workshop, 'b')]
  const [note, ink] = [addNote(workshop, journey, b), draw(workshop, b)]
  workshop.change((change) => {
    change.set('steps', b, { emotion: 1, caption: 'Waits', importance: 4, votes: 2 })
    change.set('steps', a, { votes: 1 })
    change.put('metrics', {
      id: 'm' as never,
      order: 'a0',
      name: '',
      unit: '',
      better: 'higher',
      source: '',
      series: [],
      step: b,
    })
  })
  run(workshop, (change) => mergeSteps(workshop, change, [a, b]))
  expect(workshop.journeys.get('steps', a)).toMatchObject({
    emotion: 1,
    caption: 'Waits',
    importance: 4,
    votes: 3,
  })
  expect(cellOf(workshop, note)?.step).toBe(a)
  expect(workshop.shapes.placement.inFrame(a)).toEqual([ink])
  expect(workshop.shapes.placement.stored(ink)?.geometry).toEqual([10, 20, 30, 40, 0])
  expect(workshop.journeys.all('metrics')[0]?.step).toBe(a)
  workshop.history.undo()
  expect(titles(workshop, journey)).toBe('abcd')
  expect(cellOf(workshop, note)?.step).toBe(b)
})

test('who removes steps removes their pictures, and nobody’s notes', () => {
  const { workshop, journey, stages } = open()
  const [c, d] = [stepCalled(workshop, 'c'), stepCalled(workshop, 'd')]
  const [note, ink] = [addNote(workshop, journey, c), draw(workshop, d)]
  const framed = draw(workshop, d, { kind: 'note', style: { color: 'yellow' } })
  run(workshop, (change) => removeStage(workshop, change, stages[1] ?? ('' as StageId)))
  expect(titles(workshop, journey)).toBe('ab')
  expect(workshop.shapes.get(ink)).toBeUndefined()
  expect(workshop.shapes.get(note)).toBeDefined()
  expect(cellOf(workshop, framed)).toMatchObject({ journey, role: 'custom' })
  expect(trayOf(workshop, journey)).toBe(2)
  workshop.history.undo()
  expect(titles(workshop, journey)).toBe('abcd')
  expect([trayOf(workshop, journey), workshop.shapes.placement.inFrame(d)]).toEqual([0, [ink, framed]])
})

test('the notes of a removed journey are ordinary notes where they were seen, as large as they were', () => {
  const { workshop, journey } = open()
  const note = addNote(workshop, journey, stepCalled(workshop, 'b'))
  const hidden = addNote(workshop, journey, stepCalled(workshop, 'c'))
  workshop.change((change) =>
    change.add({
      id: 'star' as ShapeId,
      kind: 'stamp',
      emoji: '⭐',
      board: FIRST_BOARD,
      order: 'a7',
      geometry: [0, 0, 26, 26, 0],
      on: note,
    }),
  )
  const stage = workshop.journeys.get('steps', stepCalled(workshop, 'c'))?.stage
  if (stage) workshop.change((change) => change.set('stages', stage, { collapsed: true }))
  const before = workshop.shapes.get(note)?.geometry ?? []
  const star = workshop.shapes.get('star' as ShapeId)?.geometry
  run(workshop, (change) => removeJourney(workshop, change, journey))
  expect(workshop.shapes.get(note)).toMatchObject({ geometry: [before[0], before[1], 200, 220, 0] })
  expect(cellOf(workshop, note)).toBeUndefined()
  expect(workshop.shapes.get('star' as ShapeId)?.geometry).toEqual(star)
  expect(workshop.shapes.isHidden(hidden)).toBe(false)
  expect(workshop.shapes.count(FIRST_BOARD)).toBe(3)
  for (const kind of ['journeys', 'stages', 'steps', 'lanes'] as const)
    expect(workshop.journeys.all(kind)).toEqual([])
  workshop.history.undo()
  expect(titles(workshop, journey)).toBe('abcd')
  expect(workshop.shapes.get(note)?.geometry).toEqual(before)
})

test('notes of a removed journey that is on no board lie beside each other', () => {
  const { workshop, journey } = open()
  const notes = ['a', 'b', 'c'].map((name) => addNote(workshop, journey, stepCalled(workshop, name)))
  const map = workshop.shapes.placement.mapOf(journey)
  const board = workshop.shapes.all(FIRST_BOARD).find(({ kind }) => kind === 'storyboard')
  if (!map || !board) throw new Error('Expected a map and a storyboard')
  run(workshop, (change) => [map, board.id].forEach((id) => change.remove(id)))
  run(workshop, (change) => removeJourney(workshop, change, journey))
  const boxes = notes.map((id) => workshop.shapes.get(id)?.geometry ?? [])
  expect(notes.map((id) => workshop.shapes.isHidden(id))).toEqual([false, false, false])
  expect(new Set(boxes.map(([x]) => x)).size).toBe(3)
})

test('a story keeps its stages and its storyboard as long as one journey tells it', () => {
  const { workshop, journey, story } = open()
  const host = run(workshop, (change) => addJourney(workshop, change, { name: 'Host', story }))
  expect(host.stages).toEqual([])
  run(workshop, (change) => removeJourney(workshop, change, journey))
  expect(workshop.journeys.stagesOf(story)).toHaveLength(2)
  expect(workshop.shapes.placement.storyboardOf(story)).toBeDefined()
  run(workshop, (change) => removeJourney(workshop, change, host.journey))
  expect(workshop.shapes.placement.storyboardOf(story)).toBeUndefined()
})

test('a copied lane holds copies of its notes, each in the same step', () => {
  const { workshop, journey } = open()
  const note = addNote(workshop, journey, stepCalled(workshop, 'b'))
  const lane = cellOf(workshop, note)?.lane
  if (!lane) throw new Error('Expected a lane')
  const copy = run(workshop, (change) => copyLane(workshop, change, lane))
  const notes = workshop.shapes.placement.notesOf(journey)
  expect(new Set(notes.map(({ cell }) => cell?.lane))).toEqual(new Set([lane, copy]))
  expect(notes).toHaveLength(2)
  const ids = workshop.journeys.lanesOf(journey).map(({ id }) => id)
  expect(copy && ids.indexOf(copy)).toBe(ids.indexOf(lane) + 1)
})

test('each journey has one map: a second one is said to be there already', () => {
  const { workshop, journey } = open()
  const again = run(workshop, (change) =>
    addMapView(workshop, change, { journey, board: FIRST_BOARD, at: [0, 0] }),
  )
  expect(again).toEqual({ id: workshop.shapes.placement.mapOf(journey), there: true })
})

test('steps know their number and their neighbours, across stages', () => {
  const { workshop } = open()
  const [a, b, c] = ['a', 'b', 'c'].map((title) => stepCalled(workshop, title)) as [StepId, StepId, StepId]
  const { journeys } = workshop
  expect(stepNumber(journeys, c)).toBe(3)
  expect(neighboursOf(journeys, c)).toMatchObject({ previous: { title: 'b' }, next: { title: 'd' } })
  expect(stepsBetween(journeys, c, a).map(({ id }) => id)).toEqual([a, b, c])
  expect(stepsBetween(journeys, 'gone' as StepId, a)).toEqual([])
})

test.each([
  ['between equal orders', ['a0', 'a0', 'a0'], 1],
  ['between broken ones', ['zz', 'not an order', 'a0'], 2],
  ['at the end of broken ones', ['??', '??'], 2],
  ['in the wrong order', ['a5', 'a1', 'a1'], 2],
])('there is always room %s', (_, orders, at) => {
  const siblings = orders.map((order, index) => ({ id: `${index}`, order })).toSorted(byOrder)
  const { orders: own, renumbered } = ordersAt(siblings, at, 2)
  const after = [
    ...siblings.map(({ id, order }) => ({ id, order: renumbered.get(id) ?? order })),
    ...own.map((order, index) => ({ id: `new ${index}`, order })),
  ].toSorted(byOrder)
  const expected = siblings.map(({ id }) => id).toSpliced(at, 0, 'new 0', 'new 1')
  expect(after.map(({ id }) => id)).toEqual(expected)
})

test('what names nothing that is there comes at the end', () => {
  const siblings = [{ id: 'x', order: 'a0' }]
  expect(indexAt(siblings, {})).toBe(1)
  expect(indexAt(siblings, { before: 'gone' })).toBe(1)
  expect(indexAt(siblings, { before: 'x' })).toBe(0)
})
