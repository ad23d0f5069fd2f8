import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { intersects } from '../../shared/geometry/box.ts'
import { editText } from '../../shared/model/editText.ts'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import { ordersAbove } from '../../shared/model/order.ts'
import { ROOTS } from '../../shared/model/roots.ts'
import { readShape } from '../../shared/model/readShape.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { addFirstBoard, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'
import { isWellFormed } from '../support/isWellFormed.ts'

const VALID = {
  id: 'n1',
  v: 1,
  kind: 'note',
  board: 'first',
  geometry: [0, 0, 200, 200, 0],
  order: 'a0',
  style: { color: 'yellow' },
  text: 'hello',
  grow: 0,
}

function note(id: string, at: readonly [number, number] = [0, 0], order = 'a0'): Shape {
  return { ...VALID, id: id as ShapeId, geometry: [...at, 200, 200, 0], order, board: FIRST_BOARD } as Shape
}

function open(): Workshop {
  const doc = new Y.Doc()
  addFirstBoard(doc)
  return openWorkshop(doc)
}

test('a valid shape is read', () => {
  expect(readShape(VALID)).toMatchObject({ ok: true, shape: { text: 'hello' } })
})

test.each([
  ['an unknown kind', { kind: 'rocket' }],
  ['infinite coordinates', { geometry: [Infinity, 0, 200, 200, 0] }],
  ['coordinates that are no number', { geometry: [Number.NaN, 0, 200, 200, 0] }],
  ['coordinates beyond the edge of the world', { geometry: [1e9, 0, 200, 200, 0] }],
  ['a size below nothing', { geometry: [0, 0, -5, 200, 0] }],
  ['a missing corner', { geometry: [0, 0] }],
  ['an unknown colour', { style: { color: 'url(https://evil.example)' } }],
  ['text of another type', { text: { toString: 'x' } }],
  ['a board that is no id', { board: 7 }],
  ['an endless order', { order: 'a'.repeat(10_000) }],
])('a shape with %s is refused', (_, fault) => {
  expect(readShape({ ...VALID, ...fault })).toEqual({ ok: false, reason: 'invalid' })
})

test('a shape of a newer version is kept in the document, not shown, and counted', () => {
  expect(readShape({ ...VALID, v: 99 })).toEqual({ ok: false, reason: 'newer' })
  const workshop = open()
  workshop.doc.getMap('shapes').set('n9', new Y.Map(Object.entries({ ...VALID, v: 99 })))
  workshop.doc.getMap('shapes').set('n8', 'not even a map')
  expect(workshop.shapes.all(FIRST_BOARD)).toEqual([])
  expect(workshop.shapes.unreadable()).toBe(2)
  expect(workshop.doc.getMap('shapes').size).toBe(2)
})

test('the file format has room for every entity of a journey, under names that never change', () => {
  expect(ROOTS).toMatchInlineSnapshot(`
    [
      "workshop",
      "boards",
      "shapes",
      "journeys",
      "stages",
      "steps",
      "lanes",
      "links",
      "personas",
      "channels",
      "touchpoints",
      "teams",
      "metrics",
      "moments",
      "feedback",
      "gaps",
      "agenda",
      "votes",
      "ballots",
    ]
  `)
})

test('a workshop has one first board, however many copies of it start one', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  addFirstBoard(a)
  addFirstBoard(b)
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  expect(
    openWorkshop(a)
      .boards.all()
      .map(({ id }) => id),
  ).toEqual([FIRST_BOARD])
})

test('what the app itself adds cannot be undone', () => {
  const workshop = open()
  expect(workshop.history.state.get()).toEqual({ canUndo: false, canRedo: false })
})

test('one change is one update, however much it changes', () => {
  const workshop = open()
  let updates = 0
  workshop.doc.on('update', () => updates++)
  workshop.change((change) => {
    for (let i = 0; i < 50; i++) change.add(note(`n${i}`))
  })
  expect(updates).toBe(1)
})

test('listeners hear exactly what changed', () => {
  const workshop = open()
  workshop.change((change) => ['a', 'b', 'c'].forEach((id) => change.add(note(id))))
  const heard: string[][] = []
  workshop.shapes.subscribe((ids) => heard.push([...ids]))
  workshop.change((change) => change.setText('b' as ShapeId, 'new'))
  workshop.change((change) => change.remove('c' as ShapeId))
  expect(heard).toEqual([['b'], ['c']])
})

test('undo takes back one’s own edits and leaves others’ work', () => {
  const mine = open()
  const theirs = openWorkshop(new Y.Doc())
  const sync = () => {
    Y.applyUpdate(theirs.doc, Y.encodeStateAsUpdate(mine.doc), 'peer')
    Y.applyUpdate(mine.doc, Y.encodeStateAsUpdate(theirs.doc), 'peer')
  }
  mine.change((change) => change.add(note('n1')))
  sync()
  theirs.change((change) => change.update('n1' as ShapeId, { style: { color: 'pink' } }))
  mine.change((change) => change.update('n1' as ShapeId, { geometry: [50, 50, 200, 200, 0] }))
  sync()
  mine.history.undo()
  expect(mine.shapes.get('n1' as ShapeId)).toMatchObject({
    geometry: [0, 0, 200, 200, 0],
    style: { color: 'pink' },
  })
})

test('shapes found in a box are those of a search through all of them, bottom to top', () => {
  const at = fc.tuple(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: -5000, max: 5000 }))
  fc.assert(
    fc.property(
      fc.array(at, { maxLength: 60 }),
      at,
      fc.integer({ min: 1, max: 4000 }),
      (places, [x, y], side) => {
        const workshop = open()
        const orders = ordersAbove([], places.length)
        workshop.change((change) =>
          places.forEach((place, i) => change.add(note(`n${i}`, place, orders[i] ?? 'a0'))),
        )
        workshop.change((change) =>
          places.forEach(([px, py], i) => {
            if (i % 3 === 0) change.update(`n${i}` as ShapeId, { geometry: [py, px, 200, 200, 0] })
            if (i % 5 === 0) change.remove(`n${i}` as ShapeId)
          }),
        )
        const box = { x, y, w: side, h: side }
        const expected = workshop.shapes.all(FIRST_BOARD).filter((shape) => intersects(boundsOf(shape), box))
        expect(workshop.shapes.within(FIRST_BOARD, box)).toEqual(expected)
      },
    ),
    { numRuns: 100 },
  )
})

test('thousands of changes at once keep the search right', () => {
  const workshop = open()
  const orders = ordersAbove([], 3000)
  workshop.change((change) => orders.forEach((order, i) => change.add(note(`n${i}`, [i * 10, 0], order))))
  workshop.change((change) =>
    orders.forEach((_, i) => change.update(`n${i}` as ShapeId, { geometry: [i * 10, 9000, 200, 200, 0] })),
  )
  expect(workshop.shapes.within(FIRST_BOARD, { x: 0, y: 0, w: 30_000, h: 500 })).toEqual([])
  expect(workshop.shapes.within(FIRST_BOARD, { x: 0, y: 9000, w: 30_200, h: 500 })).toHaveLength(3000)
})

test('orders go on above what there is, and what is no fractional index is passed over', () => {
  for (const there of [[], ['a0'], ['zz', 'a0'], ['~~~', 'a5', 'a0!'], ['z'.repeat(199), 'a0']]) {
    const orders = ordersAbove(there, 5)
    expect([...orders].sort()).toEqual(orders)
    expect(orders.every((order) => order.length <= 200)).toBe(true)
  }
  expect(ordersAbove(['~~~', 'a5'], 1)[0]).toBe('a6')
})

test('what is written can always be read again, however far it is pushed', () => {
  const workshop = open()
  workshop.change((change) => change.add(note('n1')))
  workshop.change((change) =>
    change.update('n1' as ShapeId, { geometry: [1e12, -1e12, 1e9, 0, 725], grow: 1e9 }),
  )
  expect(workshop.shapes.unreadable()).toBe(0)
  expect(workshop.shapes.get('n1' as ShapeId)).toMatchObject({
    geometry: [10_000_000, -10_000_000, 100_000, 1, 5],
    grow: 100_000,
  })
})

test('editing text makes it read as asked and never splits a character', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', '😀', '🎉', 'سلام', '\n', 'ć'), { maxLength: 12 })
    .map((c) => c.join(''))
  fc.assert(
    fc.property(text, text, (before, after) => {
      const doc = new Y.Doc()
      const y = doc.getText('t')
      y.insert(0, before)
      const pieces: string[] = []
      y.observe((event) =>
        event.changes.delta.forEach((op) => typeof op.insert === 'string' && pieces.push(op.insert)),
      )
      editText(y, after)
      expect(y.toString()).toBe(after)
      expect(pieces.every((piece) => isWellFormed(piece))).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test('two people typing in one note both keep what they typed', () => {
  const [a, b] = [new Y.Doc(), new Y.Doc()]
  a.getText('t').insert(0, 'guest arrives')
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  editText(a.getText('t'), 'the guest arrives')
  editText(b.getText('t'), 'guest arrives late')
  Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
  Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
  expect(a.getText('t').toString()).toBe('the guest arrives late')
  expect(b.getText('t').toString()).toBe('the guest arrives late')
})
