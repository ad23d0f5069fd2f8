import { expect, test } from 'vitest'
import {
  chooseBeside,
  chooseNext,
  connectSelection,
  endChoosing,
} from '../../renderer/editor/commands/connectByKeys.ts'
import { setStyle } from '../../renderer/editor/commands/setStyle.ts'
import { gripsOf } from '../../renderer/editor/connectorGrips.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Connector } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

function connectors(t: TestEditor): Connector[] {
  return t.shapes().flatMap((shape) => (shape.kind === 'connector' ? [shape] : []))
}
function connected(t: TestEditor, from: ShapeId, to: ShapeId): Connector {
  t.editor.selection.set(new Set([from, to]))
  connectSelection(t.editor)
  const made = connectors(t).at(-1)
  if (!made) throw new Error('Expected a connector')
  return made
}
/** Where the named grip of the selected connector is. */
function grip(t: TestEditor, part: 'start' | 'end' | 'bend'): Vec {
  const [id] = t.selected()
  const shape = id && t.shape(id)
  const found = shape && shape.kind === 'connector' && gripsOf(shape).find((one) => one.part === part)
  if (!found) throw new Error(`Expected a grip at the ${part}`)
  return found.at
}

test('two selected shapes are connected in the order of their selection', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([600, 200])]
  expect(connected(t, b, a)).toMatchObject({ start: { shape: b }, end: { shape: a } })
})

test('one selected shape is connected to another that keys choose', () => {
  const t = new TestEditor()
  const [from, near, far, below] = [
    t.note([200, 200]),
    t.note([500, 200]),
    t.note([900, 200]),
    t.note([900, 600]),
  ]
  t.editor.selection.set(new Set([from]))
  connectSelection(t.editor)
  expect(t.editor.connecting.get()).toEqual({ from, to: near, tool: 'arrow' })
  expect(t.editor.attachment.get()).toEqual({ shape: near })
  expect(t.editor.draft.get()).toMatchObject([{ start: { shape: from }, end: { shape: near } }])
  chooseNext(t.editor, 1)
  expect(t.editor.connecting.get()?.to).toBe(far)
  chooseBeside(t.editor, [0, 1])
  expect(t.editor.connecting.get()?.to).toBe(below)
  chooseNext(t.editor, 1)
  expect(t.editor.connecting.get()?.to).toBe(near)
  chooseNext(t.editor, -1)
  expect(connectors(t)).toEqual([])
  endChoosing(t.editor, 'connect')
  expect(connectors(t)).toMatchObject([{ start: { shape: from }, end: { shape: below } }])
  expect(t.editor.draft.get()).toEqual([])
})

test('choosing ends with nothing when something else is selected or clicked', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([600, 200])]
  t.editor.selection.set(new Set([a]))
  connectSelection(t.editor)
  t.editor.selection.set(new Set([b]))
  expect([t.editor.connecting.get(), t.editor.draft.get()]).toEqual([null, []])
  connectSelection(t.editor)
  t.click([900, 700])
  expect(t.editor.connecting.get()).toBeNull()
  expect(connectors(t)).toEqual([])
})

test('the end of a connector is dragged off, and onto another shape, in one step each', () => {
  const t = new TestEditor()
  const [a, b, c] = [t.note([200, 200]), t.note([600, 200]), t.note([600, 600])]
  const { id } = connected(t, a, b)
  t.down(grip(t, 'end')).move([640, 500]).move([650, 640])
  expect(t.editor.attachment.get()).toEqual({ shape: c })
  expect(t.shape(id)).toMatchObject({ end: { shape: b } })
  t.up([650, 640])
  expect(t.shape(id)).toMatchObject({ start: { shape: a }, end: { shape: c } })
  t.drag(grip(t, 'end'), [900, 300])
  expect(t.shape(id)).toMatchObject({ end: { point: [900, 300] } })
  expect(t.shape(id)).not.toMatchObject({ end: { shape: c } })
  t.editor.workshop.history.undo()
  expect(t.shape(id)).toMatchObject({ end: { shape: c } })
})

test('a connector that was deleted while its end was dragged stays deleted', () => {
  const t = new TestEditor()
  const { id } = connected(t, t.note([200, 200]), t.note([600, 200]))
  const at = grip(t, 'end')
  t.down(at).move([600, 500])
  t.editor.workshop.change((change) => change.remove(id))
  t.up([600, 500])
  expect(connectors(t)).toEqual([])
})

test('both ends of a connector do not end on one shape', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([600, 200])]
  const { id } = connected(t, a, b)
  t.drag(grip(t, 'end'), [180, 180])
  expect(t.shape(id)).toMatchObject({ start: { shape: a }, end: { point: [180, 180] } })
})

test('the middle of an elbow is pulled aside', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([700, 500])]
  const { id } = connected(t, a, b)
  setStyle(t.editor, { route: 'elbow' })
  const [x, y] = grip(t, 'bend')
  t.drag([x, y], [x - 50, y + 20])
  const after = t.shape(id)
  expect(after).toMatchObject({ bend: [-50, 20] })
  expect(grip(t, 'bend')[0]).toBeCloseTo(x - 50)
})

test('a dot beside a selected note makes a connected neighbour on a click', () => {
  const t = new TestEditor()
  const a = t.note([200, 200], 'first')
  t.editor.selection.set(new Set([a]))
  t.move([322, 200])
  expect(t.editor.dots.get()).toEqual({ shape: a, hovered: [1, 0.5] })
  expect(t.editor.cursor.get()).toBe('crosshair')
  t.click([322, 200])
  const [, next, connector] = t.shapes()
  expect(next).toMatchObject({ kind: 'note', geometry: [400, 100, 200, 200, 0], text: '' })
  expect(connector).toMatchObject({ start: { shape: a, anchor: [1, 0.5] }, end: { shape: next?.id } })
  expect(t.editor.editing.get()).toBe(next?.id)
  t.editor.workshop.history.undo()
  expect(t.shapes()).toHaveLength(1)
})

test('a connector is pulled from a dot: to a shape, to the empty board, and back', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([700, 200])]
  t.editor.selection.set(new Set([a]))
  t.drag([322, 200], [720, 240])
  expect(connectors(t)).toMatchObject([{ start: { shape: a }, end: { shape: b } }])
  t.editor.selection.set(new Set([a]))
  t.drag([200, 322], [200, 450])
  expect(t.shapes().filter(({ kind }) => kind === 'note')).toHaveLength(3)
  expect(connectors(t)).toHaveLength(2)
  t.editor.selection.set(new Set([a]))
  t.drag([200, 322], [200, 230])
  expect(connectors(t)).toHaveLength(2)
})

test('connectors run along while what they end on is dragged', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([600, 200])]
  const { id } = connected(t, a, b)
  t.editor.selection.set(new Set())
  t.down([600, 200]).move([600, 300]).move([600, 400])
  const preview = t.editor.preview.get()
  const follower = preview?.kind === 'move' ? preview.follow?.get(id) : undefined
  expect(follower?.kind === 'connector' && follower.path.at(-1)?.[1]).toBeGreaterThan(300)
  t.up([600, 400])
  // Both selected with the connector, all three go together; the connector alone, attached, stays.
  t.editor.selection.set(new Set([id, a]))
  t.down([200, 200]).move([200, 250]).move([200, 300])
  const both = t.editor.preview.get()
  const shown = both?.kind === 'move' ? both.follow?.get(id) : undefined
  expect(shown).toMatchObject({ end: { shape: b } })
  t.up([200, 300])
})
