import { expect, test } from 'vitest'
import { draggedBox } from '../../renderer/editor/tools/dragOutTool.ts'
import { TestEditor } from '../support/testEditor.ts'

const geometries = (t: TestEditor) => t.shapes().map(({ kind, geometry }) => [kind, ...geometry.slice(0, 4)])

test('a form is dragged out, seen while it is, and selected then', () => {
  const t = new TestEditor()
  t.editor.nextStyle.set({ ...t.editor.nextStyle.get(), fill: 'blue', stroke: 'red' })
  t.editor.setTool('ellipse')
  t.down([100, 100]).move([200, 160])
  expect(t.editor.draft.get()).toMatchObject([{ form: 'ellipse', geometry: [100, 100, 100, 60, 0] }])
  expect(t.shapes()).toEqual([])
  t.move([300, 180]).up([300, 180])
  expect(t.editor.draft.get()).toEqual([])
  expect(t.shapes()).toMatchObject([
    {
      kind: 'form',
      form: 'ellipse',
      geometry: [100, 100, 200, 80, 0],
      style: { fill: 'blue', stroke: 'red' },
    },
  ])
  expect(t.selected()).toEqual(t.shapes().map(({ id }) => id))
  expect(t.editor.path()).toBe('select.idle')
  t.editor.workshop.history.undo()
  expect(t.shapes()).toEqual([])
})

test('a click puts down one of the usual size, and a kept tool the next one', () => {
  const t = new TestEditor()
  t.editor.keepTool.set(true)
  t.editor.setTool('diamond')
  t.click([300, 300]).click([600, 300])
  expect(geometries(t)).toEqual([
    ['form', 210, 240, 180, 120],
    ['form', 510, 240, 180, 120],
  ])
  expect(t.editor.path()).toBe('diamond.idle')
})

test('Shift makes it a square, Alt draws from the middle', () => {
  const from = [100, 100] as const
  const keys = { shift: false, alt: false }
  expect(draggedBox(from, { ...keys, point: [80, 160] })).toEqual({ x: 80, y: 100, w: 20, h: 60 })
  expect(draggedBox(from, { ...keys, point: [80, 160], shift: true })).toEqual({
    x: 40,
    y: 100,
    w: 60,
    h: 60,
  })
  expect(draggedBox(from, { ...keys, point: [80, 160], alt: true })).toEqual({ x: 80, y: 40, w: 40, h: 120 })
  expect(draggedBox(from, { point: [110, 160], alt: true, shift: true })).toEqual({
    x: 40,
    y: 40,
    w: 120,
    h: 120,
  })
})

test('Escape leaves nothing behind, and a board opened for reading takes nothing', () => {
  const t = new TestEditor()
  t.editor.setTool('rectangle')
  t.down([100, 100]).move([200, 160]).escape().up([200, 160])
  expect(t.editor.draft.get()).toEqual([])
  expect(t.shapes()).toEqual([])
  const closed = new TestEditor({ readOnly: true })
  closed.editor.setTool('rectangle')
  closed.drag([100, 100], [200, 200])
  expect(closed.shapes()).toEqual([])
})

test('a form is fresh until something else is selected', () => {
  const t = new TestEditor()
  t.editor.setTool('rectangle')
  t.drag([100, 100], [200, 200])
  expect(t.editor.fresh.get()).toBe(t.selected()[0])
  t.editor.selection.set(new Set())
  expect(t.editor.fresh.get()).toBeNull()
})
