import { expect, test } from 'vitest'
import { inSteps } from '../../renderer/editor/tools/connectorTool.ts'
import type { Connector } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

function connectors(t: TestEditor): Connector[] {
  return t.shapes().flatMap((shape) => (shape.kind === 'connector' ? [shape] : []))
}
const rounded = ({ path }: Connector) => path.map(([x, y]) => [Math.round(x), Math.round(y)])

test('an arrow is dragged from shape to shape, shows what it will end on, and stays attached', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([600, 200])]
  t.editor.setTool('arrow')
  t.move([230, 230])
  expect(t.editor.attachment.get()).toEqual({ shape: a })
  t.down([230, 230]).move([400, 240]).move([630, 240])
  expect(t.editor.attachment.get()).toEqual({ shape: b })
  expect(t.editor.draft.get()).toMatchObject([{ kind: 'connector', start: { shape: a }, end: { shape: b } }])
  t.up([630, 240])
  const [arrow] = connectors(t)
  expect(arrow).toMatchObject({ start: { shape: a }, end: { shape: b }, style: { endHead: 'arrow' } })
  expect(arrow && rounded(arrow)).toEqual([
    [300, 200],
    [495, 200],
  ])
  expect(t.editor.draft.get()).toEqual([])
  expect(t.editor.attachment.get()).toBeNull()
  expect(t.editor.path()).toBe('select.idle')
  expect(t.selected()).toEqual([arrow?.id])
  t.editor.selection.set(new Set())
  t.drag([600, 230], [600, 430])
  const [after] = connectors(t)
  expect(after?.path.at(-1)?.[1]).toBeGreaterThan(300)
  t.editor.workshop.history.undo()
  t.editor.workshop.history.undo()
  expect(connectors(t)).toEqual([])
})

test('near the middle of a side, an end snaps to it', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  t.editor.setTool('arrow')
  t.drag([500, 500], [203, 305])
  expect(connectors(t)[0]).toMatchObject({
    end: { shape: note, anchor: [0.5, 1] },
    start: { point: [500, 500] },
  })
})

test('two clicks place a line, which has no heads', () => {
  const t = new TestEditor()
  t.editor.setTool('line')
  t.click([100, 500]).move([200, 550])
  expect(t.editor.draft.get()).toHaveLength(1)
  t.click([300, 600])
  expect(connectors(t)).toMatchObject([
    {
      start: { point: [100, 500] },
      end: { point: [300, 600] },
      style: { startHead: 'none', endHead: 'none' },
    },
  ])
})

test('with Alt or Ctrl nothing is attached; within one shape neither', () => {
  const t = new TestEditor()
  t.note([200, 200])
  t.editor.keepTool.set(true)
  t.editor.setTool('arrow')
  t.drag([500, 500], [220, 220], { alt: true })
  t.drag([500, 500], [220, 220], { mod: true })
  t.drag([130, 130], [250, 250])
  expect(connectors(t)).toHaveLength(3)
  for (const { start, end } of connectors(t)) expect([start.shape, end.shape]).toEqual([undefined, undefined])
})

test('Shift draws in steps of fifteen degrees', () => {
  const [x, y] = inSteps([0, 0], [100, 4])
  expect(Math.round(x)).toBe(100)
  expect(y).toBeCloseTo(0)
  expect(inSteps([0, 0], [90, 100])[0]).toBeCloseTo(Math.hypot(90, 100) * Math.SQRT1_2)
})

test('Escape gives up a line at any moment', () => {
  const t = new TestEditor()
  t.editor.setTool('arrow')
  t.click([100, 500]).move([200, 550]).escape()
  expect(t.editor.draft.get()).toEqual([])
  t.down([100, 500]).move([200, 550]).escape().up([200, 550])
  expect(connectors(t)).toEqual([])
})
