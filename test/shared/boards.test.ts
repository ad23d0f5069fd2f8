import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import type { Board } from '../../shared/model/boards.ts'
import { FIRST_BOARD, type BoardId, type ShapeId } from '../../shared/model/ids.ts'
import { moveBoard } from '../../shared/model/moveBoard.ts'
import { orderBetween } from '../../shared/model/order.ts'
import type { Shape } from '../../shared/model/shape.ts'
import { addFirstBoard, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'

const SECOND = 'second' as BoardId

function open(): Workshop {
  const doc = new Y.Doc()
  addFirstBoard(doc)
  return openWorkshop(doc)
}

function note(id: string, board: BoardId): Shape {
  return {
    id: id as ShapeId,
    kind: 'note',
    board,
    geometry: [0, 0, 200, 200, 0],
    order: 'a0',
    style: { color: 'yellow' },
    text: '',
    grow: 0,
  }
}

function withTwo(): Workshop {
  const workshop = open()
  workshop.change((change) => change.addBoard({ id: SECOND, name: 'Hosts', order: 'a1', number: 2 }))
  workshop.change((change) => {
    change.add(note('a', FIRST_BOARD))
    change.add(note('b', SECOND))
  })
  return workshop
}

function sync(a: Workshop, b: Workshop): void {
  Y.applyUpdate(b.doc, Y.encodeStateAsUpdate(a.doc), 'peer')
  Y.applyUpdate(a.doc, Y.encodeStateAsUpdate(b.doc), 'peer')
}

function copyOf(workshop: Workshop): Workshop {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(workshop.doc))
  return openWorkshop(doc)
}

const idsOf = ({ boards }: Workshop) => boards.all().map(({ id }) => id)

test('a removed board takes its shapes along, and one undo brings all of it back', () => {
  const workshop = withTwo()
  // Of a newer version: it cannot be read, but it goes and comes with its board.
  workshop.doc.getMap('shapes').set('c', new Y.Map(Object.entries({ v: 99, board: SECOND })))
  workshop.change((change) => change.removeBoard(SECOND))
  expect(idsOf(workshop)).toEqual([FIRST_BOARD])
  expect([...workshop.doc.getMap('shapes').keys()]).toEqual(['a'])
  workshop.history.undo()
  expect(idsOf(workshop)).toEqual([FIRST_BOARD, SECOND])
  expect(workshop.shapes.all(SECOND).map(({ id }) => id)).toEqual(['b'])
  expect(workshop.shapes.unreadable()).toBe(1)
  workshop.history.redo()
  expect(idsOf(workshop)).toEqual([FIRST_BOARD])
})

test('what somebody puts on a board while another removes it stays within reach', () => {
  const mine = withTwo()
  const theirs = copyOf(mine)
  mine.change((change) => change.removeBoard(SECOND))
  theirs.change((change) => change.add(note('late', SECOND)))
  sync(mine, theirs)
  for (const workshop of [mine, theirs]) {
    expect(workshop.boards.get(SECOND)).toMatchObject({ id: SECOND, name: '', lost: true })
    expect(workshop.shapes.all(SECOND).map(({ id }) => id)).toEqual(['late'])
  }
  mine.change((change) => change.updateBoard(SECOND, { name: 'Late' }))
  sync(mine, theirs)
  expect(theirs.boards.get(SECOND)).toEqual({ id: SECOND, name: 'Late', order: 'a1', number: 1 })
  theirs.change((change) => change.removeBoard(SECOND))
  sync(mine, theirs)
  expect(idsOf(mine)).toEqual([FIRST_BOARD])
})

test('a board that holds nothing any more is not found again', () => {
  const mine = withTwo()
  const theirs = copyOf(mine)
  mine.change((change) => change.removeBoard(SECOND))
  theirs.change((change) => change.add(note('late', SECOND)))
  sync(mine, theirs)
  mine.change((change) => change.remove('late' as ShapeId))
  expect(idsOf(mine)).toEqual([FIRST_BOARD])
})

test('a workshop shows a board even when two people removed one each', () => {
  const mine = withTwo()
  const theirs = copyOf(mine)
  mine.change((change) => change.removeBoard(FIRST_BOARD))
  theirs.change((change) => change.removeBoard(SECOND))
  sync(mine, theirs)
  for (const workshop of [mine, theirs]) expect(idsOf(workshop)).toEqual([FIRST_BOARD])
  mine.change((change) => change.add(note('n', FIRST_BOARD)))
  mine.change((change) => change.addBoard({ id: SECOND, name: '', order: 'a1', number: 2 }))
  expect(mine.boards.all()).toEqual([
    { id: FIRST_BOARD, name: '', order: 'a0', number: 1 },
    { id: SECOND, name: '', order: 'a1', number: 2 },
  ])
})

test('two edits of one board both hold, and the last name given stands', () => {
  const mine = withTwo()
  const theirs = copyOf(mine)
  mine.change((change) => change.updateBoard(SECOND, { name: 'Guests' }))
  theirs.change((change) => change.updateBoard(SECOND, { order: 'Zz' }))
  sync(mine, theirs)
  for (const workshop of [mine, theirs])
    expect(workshop.boards.all()[0]).toMatchObject({ id: SECOND, name: 'Guests', order: 'Zz' })
})

test('a name is cut where it is too long, and an unreadable number is 1', () => {
  const workshop = withTwo()
  workshop.change((change) => change.updateBoard(SECOND, { name: `${'x'.repeat(199)}😀` }))
  expect(workshop.boards.get(SECOND)?.name).toBe('x'.repeat(199))
  workshop.doc.getMap<Y.Map<unknown>>('boards').get(SECOND)?.set('number', 'many')
  expect(workshop.boards.get(SECOND)?.number).toBe(1)
})

test('listeners hear of boards that appear and disappear with their shapes', () => {
  const mine = withTwo()
  const theirs = copyOf(mine)
  mine.change((change) => change.removeBoard(SECOND))
  let heard = 0
  mine.boards.subscribe(() => heard++)
  mine.change((change) => change.update('a' as ShapeId, { grow: 5 }))
  expect(heard).toBe(0)
  theirs.change((change) => change.add(note('late', SECOND)))
  sync(mine, theirs)
  expect(heard).toBe(1)
})

test('there is an order between two, or it is said that there is none', () => {
  expect(orderBetween(undefined, undefined)).toBe('a0')
  expect(orderBetween('a0', 'a1')).toBe('a0V')
  for (const [below, above] of [
    ['a0', 'a0'],
    ['a1', 'a0'],
    ['!!', undefined],
  ] as const)
    expect(orderBetween(below, above)).toBeUndefined()
})

const order = fc.constantFrom('a0', 'a0', 'a1', 'a1V', 'a2', 'Zz', '!broken')
const boardsOf = (orders: readonly string[]): Board[] =>
  orders
    .map((each, index): Board => ({ id: `b${index}` as BoardId, name: '', order: each, number: 1 }))
    .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))

test('a moved board lies where it was put, whatever orders there were', () => {
  fc.assert(
    fc.property(
      fc.array(order, { minLength: 1, maxLength: 8 }),
      fc.nat(9),
      fc.nat(9),
      (orders, which, to) => {
        const boards = boardsOf(orders)
        const moved = boards[which % boards.length]
        if (!moved) return
        const next = moveBoard(boards, moved.id, to)
        const after = boards
          .map((board) => ({ ...board, order: next.get(board.id) ?? board.order }))
          .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : 1))
        const expected = boards.filter(({ id }) => id !== moved.id)
        expected.splice(Math.min(to, boards.length - 1), 0, moved)
        expect(after.map(({ id }) => id)).toEqual(expected.map(({ id }) => id))
      },
    ),
    { numRuns: 500 },
  )
})

type Step = { readonly kind: 'add' | 'rename' | 'move' | 'remove' | 'note' | 'undo' | 'redo' | 'sync' } & {
  readonly peer: number
  readonly other: number
  readonly board: number
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('add', 'rename', 'move', 'remove', 'note', 'undo', 'redo', 'sync'),
  peer: fc.nat(2),
  other: fc.nat(2),
  board: fc.nat(4),
})

function act(peers: readonly Workshop[], { kind, peer, other, board }: Step, turn: number): void {
  const [workshop, friend] = [peers[peer], peers[other]]
  if (!workshop || !friend) return
  const { boards, history, change } = workshop
  const all = boards.all()
  const chosen = all[board % all.length]
  if (kind === 'sync') return sync(workshop, friend)
  if (kind === 'undo' || kind === 'redo') return history[kind]()
  if (!chosen) return
  change((edit) => {
    if (kind === 'add')
      edit.addBoard({ id: `b${peer}${turn}` as BoardId, name: '', order: `a${board}`, number: turn + 1 })
    if (kind === 'rename') edit.updateBoard(chosen.id, { name: `name ${turn}` })
    if (kind === 'move')
      for (const [id, next] of moveBoard(all, chosen.id, other)) edit.updateBoard(id, { order: next })
    if (kind === 'remove') edit.removeBoard(chosen.id)
    if (kind === 'note') edit.add(note(`n${peer}${turn}`, chosen.id))
  })
}

test('whatever is done to boards at the same time, all see the same boards, and every note lies on one of them', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const first = open()
      const peers = [first, copyOf(first), copyOf(first)]
      steps.forEach((each, turn) => act(peers, each, turn))
      for (let round = 0; round < 2; round++) for (const peer of peers) sync(first, peer)
      for (const { boards, shapes, doc } of peers) {
        expect(boards.all()).toEqual(first.boards.all())
        expect(boards.all().length).toBeGreaterThan(0)
        const reachable = boards.all().flatMap(({ id }) => shapes.all(id))
        expect(reachable.length).toBe(doc.getMap('shapes').size)
      }
    }),
    { numRuns: 300 },
  )
})
