import { expect, test } from 'vitest'
import { rotate } from '../../shared/geometry/rotate.ts'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import { boundsOf, type Connector, type Note, type Shape } from '../../shared/model/shape.ts'
import { addFirstBoard, createDocument, openWorkshop } from '../../shared/model/workshop.ts'

const base = { board: FIRST_BOARD, order: 'a0' }
const note = (id: string, x: number, y: number): Note => ({
  ...base,
  id: id as ShapeId,
  kind: 'note',
  geometry: [x, y, 200, 200, 0],
  style: { color: 'yellow' },
  text: '',
  grow: 0,
})
const connector: Connector = {
  ...base,
  id: 'c' as ShapeId,
  kind: 'connector',
  geometry: [0, 0, 1, 1, 0],
  start: { point: [0, 0], shape: 'a' as ShapeId },
  end: { point: [1, 1], shape: 'b' as ShapeId },
  style: {
    stroke: 'ink',
    width: 'thin',
    dash: 'solid',
    route: 'straight',
    startHead: 'none',
    endHead: 'arrow',
  },
  text: '',
  path: [],
}

function workshopWith(...shapes: readonly Shape[]) {
  const doc = createDocument()
  addFirstBoard(doc)
  const workshop = openWorkshop(doc)
  workshop.change((change) => shapes.forEach((shape) => change.add(shape)))
  return workshop
}

test('a connector follows what it is attached to, and stays where it was when that is gone', () => {
  const workshop = workshopWith(note('a', 0, 0), note('b', 400, 0), connector)
  const path = () => {
    const shape = workshop.shapes.get(connector.id)
    return shape?.kind === 'connector' ? shape.path.map((point) => point.map(Math.round)) : undefined
  }
  // Its head keeps a little away from the note.
  expect(path()).toEqual([
    [200, 100],
    [395, 100],
  ])
  const told = new Set<string>()
  workshop.shapes.subscribe((changed) => changed.forEach((id) => told.add(id)))
  workshop.change((change) => change.update('b' as ShapeId, { geometry: [400, 300, 200, 200, 0] }))
  expect(told).toEqual(new Set(['b', 'c']))
  expect(path()?.[1]).toEqual([396, 322])
  expect(workshop.shapes.within(FIRST_BOARD, { x: 390, y: 310, w: 5, h: 5 }).map(({ id }) => id)).toContain(
    'c',
  )
  const before = path()
  workshop.change((change) => change.remove('b' as ShapeId))
  expect(path()).toEqual(before)
  workshop.change((change) => change.update('a' as ShapeId, { geometry: [0, 900, 200, 200, 0] }))
  expect(path()?.[1]).toEqual(before?.[1])
})

test('whoever refers to a shape is found, until they stop', () => {
  const inside = { ...note('n', 10, 10), section: 's' as ShapeId }
  const workshop = workshopWith(inside)
  expect(workshop.shapes.referrers('s' as ShapeId).map(({ id }) => id)).toEqual(['n'])
  workshop.change((change) => change.update(inside.id, { section: undefined }))
  expect(workshop.shapes.referrers('s' as ShapeId)).toEqual([])
})

test('marks are read from the text, and only links that open a page or a mail', () => {
  const workshop = workshopWith({
    ...note('n', 0, 0),
    text: 'Call the host',
    marks: [
      { from: 0, to: 4, bold: true },
      { from: 9, to: 13, link: 'https://example.org/host' },
    ],
  })
  const marks = () => {
    const shape = workshop.shapes.get('n' as ShapeId)
    return shape && 'marks' in shape ? shape.marks : undefined
  }
  expect(marks()).toEqual([
    { from: 0, to: 4, bold: true },
    { from: 9, to: 13, link: 'https://example.org/host' },
  ])
  workshop.change((change) => change.mark('n' as ShapeId, 9, 13, { link: 'javascript:alert(1)' }))
  expect(marks()).toEqual([{ from: 0, to: 4, bold: true }])
  workshop.change((change) => change.mark('n' as ShapeId, 0, 4, { bold: null }))
  expect(marks()).toBeUndefined()
})

test('the bounds of a turned shape are those of its corners', () => {
  const turned: Note = { ...note('n', 0, 0), geometry: [0, 0, 200, 100, 90] }
  const { x, y, w, h } = boundsOf(turned)
  expect([x, y, w, h].map(Math.round)).toEqual([50, -50, 100, 200])
  expect(rotate([200, 50], [100, 50], 90).map(Math.round)).toEqual([100, 150])
})
