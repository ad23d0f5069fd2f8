import { expect, test } from 'vitest'
import type { Lane, Stage, Step } from '../../../shared/journey/entities.ts'
import type { JourneyId, LaneId, StageId, StepId, StoryId } from '../../../shared/journey/ids.ts'
import { MAP, MAP_TOP } from '../../../shared/journey/mapLayout.ts'
import { FIRST_BOARD, type BoardId, type ShapeId } from '../../../shared/model/ids.ts'
import type { JourneyMap, Note, Shape, Storyboard } from '../../../shared/model/shape.ts'
import { addFirstBoard, createDocument, openWorkshop, type Workshop } from '../../../shared/model/workshop.ts'

const story = 'story' as StoryId
const journey = 'guest' as JourneyId
const [s1, s2] = ['s1' as StageId, 's2' as StageId]
const lane = 'pains' as LaneId
const stage = (id: StageId, order: string): Stage => ({ id, order, story, name: id })
const step = (id: string, of: StageId, order: string): Step => ({
  id: id as StepId,
  order,
  journey,
  stage: of,
  title: id,
  caption: '',
  today: '',
  place: '',
  feelings: {},
  votes: 0,
  origins: [id as StepId],
})
const pains: Lane = { id: lane, order: 'a0', journey, kind: 'pain', name: '' }
const map: JourneyMap = {
  id: 'map' as ShapeId,
  kind: 'map',
  board: FIRST_BOARD,
  order: 'a0',
  geometry: [1000, 500, 1, 1, 0],
  journey,
}
const board: Storyboard = {
  id: 'sb' as ShapeId,
  kind: 'storyboard',
  board: FIRST_BOARD,
  order: 'a0',
  story,
  geometry: [0, -2000, 1, 1, 0],
}
const note = (id: string, at: string, order = 'a1'): Note => ({
  id: id as ShapeId,
  kind: 'note',
  board: FIRST_BOARD,
  order,
  geometry: [-5000, -5000, 176, 80, 0],
  text: id,
  grow: 0,
  style: { color: 'yellow' },
  cell: { journey, role: 'pain', lane, step: at as StepId },
})

function open(): Workshop {
  const doc = createDocument()
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  workshop.change((change) => {
    change.put('journeys', {
      id: journey,
      order: 'a0',
      name: 'Guest',
      story,
      kind: 'current',
      direction: 'ltr',
    })
    change.put('stages', stage(s1, 'a0'))
    change.put('stages', stage(s2, 'a1'))
    change.put('steps', step('one', s1, 'a0'))
    change.put('steps', step('two', s1, 'a1'))
    change.put('steps', step('three', s2, 'a2'))
    change.put('lanes', pains)
    change.add(map)
    change.add(board)
    change.add(note('n1', 'one'))
    change.add(note('n2', 'three'))
  })
  return workshop
}

const at = (workshop: Workshop, id: string) => workshop.shapes.get(id as ShapeId)?.geometry.slice(0, 2)
const column = (index: number, row = 0): [number, number] => [
  1000 + MAP.laneHead + index * MAP.column + MAP.padding,
  500 + MAP_TOP + MAP.padding + row,
]

test('notes lie in the cells that they name, wherever they were before', () => {
  const workshop = open()
  expect(at(workshop, 'n1')).toEqual(column(0))
  expect(at(workshop, 'n2')).toEqual(column(2))
})

test('whatever changes the order of steps moves the notes along, and undo moves them back', () => {
  const workshop = open()
  workshop.change((change) => change.set('stages', s2, { order: 'Zz' }))
  expect([at(workshop, 'n1'), at(workshop, 'n2')]).toEqual([column(1), column(0)])
  workshop.history.undo()
  expect([at(workshop, 'n1'), at(workshop, 'n2')]).toEqual([column(0), column(2)])
})

test('moving the map moves what lies in it, without writing to it', () => {
  const workshop = open()
  workshop.change((change) => change.update(map.id, { geometry: [1100, 500, 1, 1, 0] }))
  expect(at(workshop, 'n1')).toEqual([column(0)[0] + 100, column(0)[1]])
})

test('a note whose step is removed lies in the tray, below the lanes, and comes back with it', () => {
  const workshop = open()
  workshop.change((change) => change.drop('steps', 'three' as StepId))
  const shape = workshop.shapes.get('map' as ShapeId)
  const layout = shape?.kind === 'map' ? shape.layout : undefined
  expect(layout?.tray?.count).toBe(1)
  expect(at(workshop, 'n2')?.[1]).toBe(500 + MAP_TOP + 104 + MAP.foot + MAP.trayHead)
  workshop.history.undo()
  expect(at(workshop, 'n2')).toEqual(column(2))
})

test('what lies in a collapsed stage cannot be seen, nor found, until it is opened', () => {
  const workshop = open()
  workshop.change((change) => change.set('stages', s2, { collapsed: true }))
  expect(workshop.shapes.isHidden('n2' as ShapeId)).toBe(true)
  expect(workshop.shapes.shown(FIRST_BOARD).map(({ id }) => id)).not.toContain('n2')
  workshop.change((change) => change.set('stages', s2, { collapsed: undefined }))
  expect(workshop.shapes.isHidden('n2' as ShapeId)).toBe(false)
  expect(at(workshop, 'n2')).toEqual(column(2))
})

test('a journey that reads to the left is the mirror image', () => {
  const workshop = open()
  workshop.change((change) => change.set('journeys', journey, { direction: 'rtl' }))
  const width = MAP.laneHead + 3 * MAP.column + MAP.end
  expect(at(workshop, 'n1')?.[0]).toBe(1000 + width - MAP.laneHead - MAP.padding - MAP.card)
})

test('what is drawn in a frame goes where the frame goes, and stays where it is seen when it is taken out', () => {
  const workshop = open()
  const ink: Shape = {
    id: 'ink' as ShapeId,
    kind: 'stamp',
    emoji: '⭐',
    board: FIRST_BOARD,
    order: 'a5',
    geometry: [0, 0, 40, 40, 0],
  }
  const picture = workshop.shapes.placement.pictureOf('one' as StepId)
  const second = workshop.shapes.placement.pictureOf('two' as StepId)
  if (!picture || !second) throw new Error('Expected two frames')
  const [x, y] = [picture.x + 10, picture.y + 20]
  workshop.change((change) => {
    change.add({ ...ink, geometry: [x, y, 40, 40, 0] })
    change.update(ink.id, { frame: 'one' as StepId })
  })
  expect(at(workshop, 'ink')).toEqual([x, y])
  expect(workshop.shapes.placement.stored(ink.id)?.geometry).toEqual([10, 20, 40, 40, 0])
  workshop.change((change) => change.set('steps', 'one' as StepId, { order: 'a1V' }))
  expect(at(workshop, 'ink')).toEqual([second.x + 10, y])
  workshop.change((change) => change.update(ink.id, { frame: undefined }))
  expect(at(workshop, 'ink')).toEqual([second.x + 10, y])
})

test('stamps stand on their note, wherever its cell is', () => {
  const workshop = open()
  const star = { id: 'star' as ShapeId, kind: 'stamp' as const, emoji: '⭐', board: FIRST_BOARD, order: 'a6' }
  workshop.change((change) => change.add({ ...star, geometry: [0, 0, 40, 40, 0], on: 'n1' as ShapeId }))
  const before = at(workshop, 'star')
  expect(before?.[1]).toBe(column(0)[1] - 10)
  workshop.change((change) => change.set('stages', s2, { order: 'Zz' }))
  expect(at(workshop, 'star')).toEqual([(before?.[0] ?? 0) + MAP.column, before?.[1]])
})

test('notes of a journey that is on no board are out of sight, and back with its map', () => {
  const workshop = open()
  workshop.change((change) => change.remove(map.id))
  expect(workshop.shapes.isHidden('n1' as ShapeId)).toBe(true)
  workshop.history.undo()
  expect(workshop.shapes.isHidden('n1' as ShapeId)).toBe(false)
})

test('a board that is removed is gone, though the notes of a journey that was on it are kept', () => {
  const workshop = open()
  const second = 'second' as BoardId
  const star = { id: 'star' as ShapeId, kind: 'stamp' as const, emoji: '⭐', board: second, order: 'a6' }
  workshop.change((change) => {
    change.addBoard({ id: second, name: 'Second', order: 'a1', number: 2 })
    change.update(map.id, { board: second })
    change.update('n1' as ShapeId, { board: second })
    change.add({ ...star, geometry: [0, 0, 40, 40, 0], on: 'n1' as ShapeId })
  })
  workshop.change((change) => change.removeBoard(second))
  expect(workshop.boards.all().map(({ id }) => id)).toEqual([FIRST_BOARD])
  workshop.change((change) => change.add(map))
  expect(workshop.shapes.get('n1' as ShapeId)?.board).toBe(FIRST_BOARD)
  expect(workshop.shapes.get(star.id)?.board).toBe(FIRST_BOARD)
})

test('a stamp that was in a frame goes with the note of a cell that it is on', () => {
  const workshop = open()
  const star = { id: 'star' as ShapeId, kind: 'stamp' as const, emoji: '⭐', board: FIRST_BOARD, order: 'a6' }
  workshop.change((change) => {
    change.add({ ...star, geometry: [0, 0, 40, 40, 0], on: 'n1' as ShapeId })
    change.update(star.id, { frame: 'one' as StepId })
  })
  expect(at(workshop, 'star')?.[1]).toBe(column(0)[1] - 10)
  const changed: string[] = []
  const stop = workshop.shapes.subscribe((ids) => changed.push(...ids))
  workshop.change((change) => change.set('journeys', journey, { name: 'Somebody' }))
  stop()
  expect(changed).not.toContain('star')
})

test('a view that grows pushes the ones below it down, with all that lies in them, and lets them come back', () => {
  const workshop = open()
  const top = () => workshop.shapes.get(map.id)?.geometry[1]
  const height = workshop.shapes.get(board.id)?.geometry[3] ?? 0
  workshop.change((change) => change.update(board.id, { geometry: [1000, 500 - height - 10, 1, 1, 0] }))
  expect(top()).toBe(500)
  workshop.change((change) => change.update(board.id, { overlay: true }))
  const taller = workshop.shapes.get(board.id)?.geometry[3] ?? 0
  expect(taller).toBeGreaterThan(height + 10)
  const expected = 500 - height - 10 + taller + 60
  expect(top()).toBe(expected)
  expect(at(workshop, 'n1')).toEqual([column(0)[0], column(0)[1] + expected - 500])
  workshop.change((change) => change.update(board.id, { overlay: undefined }))
  expect(top()).toBe(500)
  expect(at(workshop, 'n1')).toEqual(column(0))
})
