import { expect, test } from 'vitest'
import { createHands } from '../../../renderer/canvas/others/hands.ts'
import { glideAt } from '../../../renderer/canvas/others/glide.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Geometry } from '../../../shared/model/shape.ts'
import type { Gesture } from '../../../shared/session/presence.ts'
import { personNamed } from '../../support/fakeLive.ts'

const ana = personNamed('ana')
const note = 'note' as ShapeId
const other = 'other' as ShapeId
const move = (x: number, ids = [note]): Gesture => ({ kind: 'move', ids, by: [x, 0] })

/** Hands over a board on which things lie somewhere. */
function board() {
  const lies = new Map<ShapeId, Geometry>([
    [note, [0, 0, 100, 100, 0]],
    [other, [500, 0, 100, 100, 0]],
  ])
  const hands = createHands()
  return {
    hands,
    put: (id: ShapeId, x: number) => void lies.set(id, [x, 0, 100, 100, 0]),
    does: (gesture: Gesture | undefined, now: number) =>
      hands.update(new Map([[ana, gesture]]), (id) => lies.get(id), now),
    ids: () => hands.all().flatMap(({ ids }) => ids),
  }
}

test('what is moved is in the hand as long as it is moved', () => {
  const t = board()
  t.does(move(10), 0)
  t.does(move(30), 50)
  const [hand] = t.hands.all()
  expect(hand?.ids).toEqual([note])
  expect(hand?.by && glideAt(hand.by, 1000)).toEqual([30, 0])
})

test('what is put down stays in the hand until the document says where it lies, so that it does not jump back', () => {
  const t = board()
  t.does(move(30), 0)
  t.does(undefined, 50)
  expect(t.ids()).toEqual([note])
  t.put(note, 30)
  t.does(undefined, 120)
  expect(t.hands.all()).toEqual([])
})

test('what has arrived before the hand let go is not shown moved twice', () => {
  const t = board()
  t.does(move(30, [note, other]), 0)
  t.put(note, 30)
  t.does(move(30, [note, other]), 50)
  expect(t.ids()).toEqual([other])
})

test('whoever takes it again at once has it in the hand again, from where it lies now', () => {
  const t = board()
  t.does(move(30), 0)
  t.put(note, 30)
  t.does(move(30), 50)
  expect(t.ids()).toEqual([])
  t.does(move(5), 100)
  expect(t.ids()).toEqual([note])
})

test('what was given up goes back after a moment, and nothing is waited for any more', () => {
  const t = board()
  t.does(move(30), 0)
  t.does(undefined, 50)
  const end = t.hands.nextEnd()
  expect(end).toBeGreaterThan(50)
  t.does(undefined, end ?? 0)
  expect(t.hands.all()).toEqual([])
  expect(t.hands.nextEnd()).toBeUndefined()
})

test('a stroke is shown until it is in the document', () => {
  const t = board()
  const draw: Gesture = { kind: 'draw', tool: 'pen', color: 'ink', width: 2, points: [[0, 0]] }
  t.does(draw, 0)
  t.hands.inkArrived() // somebody else's
  expect(t.hands.all()).toHaveLength(1)
  t.does(undefined, 50)
  expect(t.hands.all()).toHaveLength(1)
  t.hands.inkArrived()
  expect(t.hands.all()).toEqual([])
})

test('shapes that are not there are in nobody’s hand', () => {
  const t = board()
  t.does(move(30, ['nowhere' as ShapeId]), 0)
  expect(t.ids()).toEqual([])
})
