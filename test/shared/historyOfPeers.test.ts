import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import type { Note } from '../../shared/model/shape.ts'
import { addFirstBoard, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'

const id = 'note' as ShapeId
const note: Note = {
  id,
  kind: 'note',
  board: FIRST_BOARD,
  geometry: [0, 0, 200, 200, 0],
  order: 'a0',
  style: { color: 'yellow' },
  text: 'hello',
  grow: 0,
}

/** Two people with the same note. Whose work wins where both set a field follows from their numbers. */
function open(numbers: readonly [number, number]): readonly [Workshop, Workshop] {
  const doc = new Y.Doc()
  addFirstBoard(doc)
  openWorkshop(doc).change((change) => change.add(note))
  const start = Y.encodeStateAsUpdate(doc)
  const [one, two] = numbers.map((client) => {
    const copy = new Y.Doc()
    copy.clientID = client
    Y.applyUpdate(copy, start)
    return openWorkshop(copy)
  })
  if (!one || !two) throw new Error('Expected two')
  return [one, two]
}

function exchange(one: Workshop, two: Workshop): void {
  for (const [to, from] of [[one, two] as const, [two, one] as const])
    Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'peer')
}

const move = ({ change }: Workshop, x: number) =>
  change((edit) => edit.update(id, { geometry: [x, 0, 200, 200, 0] }))
const xOf = ({ shapes }: Workshop) => shapes.get(id)?.geometry[0]

const ORDERS = [
  [1, 2],
  [2, 1],
] as const

test.each(ORDERS)('a removed note comes back whole, though somebody moved it meanwhile', (...numbers) => {
  const [one, two] = open(numbers)
  one.change((change) => change.remove(id))
  move(two, 50)
  exchange(one, two)
  one.history.undo()
  exchange(one, two)
  for (const peer of [one, two])
    expect(peer.shapes.get(id)).toMatchObject({ text: 'hello', style: { color: 'yellow' } })
})

test.each(ORDERS)('a note that two people moved at once is there after both took it back', (...numbers) => {
  const [one, two] = open(numbers)
  move(one, 10)
  move(two, 20)
  exchange(one, two)
  one.history.undo()
  expect(xOf(one)).toBeDefined()
  two.history.undo()
  exchange(one, two)
  expect([xOf(one), xOf(two)]).toEqual([0, 0])
})

test.each(ORDERS)('undo leaves alone what somebody moved later', (...numbers) => {
  const [one, two] = open(numbers)
  move(one, 10)
  exchange(one, two)
  move(two, 20)
  exchange(one, two)
  one.history.undo()
  exchange(one, two)
  expect([xOf(one), xOf(two)]).toEqual([20, 20])
})

test.each(ORDERS)(
  'undo goes on to the step before where others removed what the last was about',
  (...numbers) => {
    const [one, two] = open(numbers)
    const other = 'other' as ShapeId
    one.change((change) => change.add({ ...note, id: other }))
    exchange(one, two)
    one.change((change) => change.remove(id))
    one.change((change) => change.update(other, { geometry: [1, 1, 200, 200, 0] }))
    move(two, 50)
    two.change((change) => change.remove(other))
    exchange(one, two)
    one.history.undo()
    expect(one.shapes.get(id)).toBeDefined()
    expect(one.shapes.unreadable()).toBe(0)
  },
)
