import fc from 'fast-check'
import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import { ordersAbove } from '../../shared/model/order.ts'
import { addFirstBoard, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'

type Step =
  | { readonly kind: 'add'; readonly peer: number; readonly id: number }
  | { readonly kind: 'move'; readonly peer: number; readonly id: number; readonly x: number }
  | { readonly kind: 'type'; readonly peer: number; readonly id: number; readonly text: string }
  | { readonly kind: 'remove'; readonly peer: number; readonly id: number }
  | { readonly kind: 'undo'; readonly peer: number }
  | { readonly kind: 'redo'; readonly peer: number }
  | { readonly kind: 'deliver'; readonly peer: number; readonly from: number }

const peer = fc.nat(2)
const id = fc.nat(5)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('add' as const), peer, id }),
  fc.record({ kind: fc.constant('move' as const), peer, id, x: fc.integer({ min: -500, max: 500 }) }),
  fc.record({ kind: fc.constant('type' as const), peer, id, text: fc.constantFrom('a', 'ab', 'سلام', '😀') }),
  fc.record({ kind: fc.constant('remove' as const), peer, id }),
  fc.record({ kind: fc.constant('undo' as const), peer }),
  fc.record({ kind: fc.constant('redo' as const), peer }),
  fc.record({ kind: fc.constant('deliver' as const), peer, from: peer }),
)

/** Plays one schedule and returns what each peer shows after all have heard everything. */
function play(steps: readonly Step[], deliver = applyAll): { peers: Workshop[]; shown: unknown[] } {
  const peers = [0, 1, 2].map(() => {
    const doc = new Y.Doc()
    addFirstBoard(doc)
    return openWorkshop(doc)
  })
  for (const one of steps) act(peers, one, deliver)
  for (let round = 0; round < 2; round++) for (const to of peers) for (const from of peers) deliver(to, from)
  return { peers, shown: peers.map(({ shapes }) => shapes.all(FIRST_BOARD)) }
}

function applyAll(to: Workshop, from: Workshop): void {
  if (to === from) return
  Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'peer')
}

function act(peers: readonly Workshop[], one: Step, deliver: typeof applyAll): void {
  const workshop = peers[one.peer]
  if (!workshop) return
  if (one.kind === 'deliver') {
    const from = peers[one.from]
    if (from) deliver(workshop, from)
    return
  }
  if (one.kind === 'undo') return workshop.history.undo()
  if (one.kind === 'redo') return workshop.history.redo()
  const shape = `n${one.id}` as ShapeId
  const known = workshop.shapes.get(shape)
  if (one.kind === 'add') {
    if (!known) addNote(workshop, shape)
  } else if (known)
    workshop.change((change) => {
      if (one.kind === 'move') change.update(shape, { geometry: [one.x, 0, 200, 200, 0] })
      else if (one.kind === 'type') change.setText(shape, one.text)
      else change.remove(shape)
    })
}

function addNote({ change, shapes }: Workshop, shape: ShapeId): void {
  const [order = 'a0'] = ordersAbove(
    shapes
      .all(FIRST_BOARD)
      .map((each) => each.order)
      .toReversed(),
    1,
  )
  change((edit) =>
    edit.add({
      id: shape,
      kind: 'note',
      board: FIRST_BOARD,
      geometry: [0, 0, 200, 200, 0],
      order,
      style: { color: 'yellow' },
      text: '',
      grow: 0,
    }),
  )
}

test('peers that have heard everything show the same board', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { shown, peers } = play(steps)
      expect(shown[1]).toEqual(shown[0])
      expect(shown[2]).toEqual(shown[0])
      for (const { shapes } of peers) expect(shapes.unreadable()).toBe(0)
    }),
    { numRuns: 300 },
  )
})

test('the check sees a peer that misses updates', () => {
  const deaf: typeof applyAll = (to, from) => {
    if (to.doc.getMap('shapes').size < 2) applyAll(to, from)
  }
  const run = () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { shown } = play(steps, deaf)
        expect(shown[1]).toEqual(shown[0])
      }),
      { numRuns: 300, seed: 1 },
    )
  expect(run).toThrow()
})

test('the index of a document that grew step by step equals that of the same document read at once', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { peers, shown } = play(steps)
      const copy = new Y.Doc()
      if (peers[0]) Y.applyUpdate(copy, Y.encodeStateAsUpdate(peers[0].doc))
      expect(openWorkshop(copy).shapes.all(FIRST_BOARD)).toEqual(shown[0])
    }),
    { numRuns: 200 },
  )
})
