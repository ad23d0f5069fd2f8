import { expect, test } from 'vitest'
import { newGroupId } from '../../shared/model/ids.ts'
import type { Geometry } from '../../shared/model/shape.ts'
import { addSection, addStamp } from '../support/addShape.ts'
import { TestEditor } from '../support/testEditor.ts'

const AREA: Geometry = [0, 0, 1000, 700, 0]

test('what the eraser passes over fades, and is gone when it is lifted, in one step', () => {
  const t = new TestEditor()
  const [a, b, c] = [t.note([200, 200], 'a'), t.note([500, 200], 'b'), t.note([900, 600], 'c')]
  t.editor.setTool('eraser')
  t.down([50, 200]).move([600, 200])
  expect(t.editor.fading.get()).toEqual(new Set([a, b]))
  expect(t.texts()).toEqual(['a', 'b', 'c'])
  t.up([600, 200])
  expect(t.shapes().map(({ id }) => id)).toEqual([c])
  expect(t.editor.fading.get().size).toBe(0)
  expect(t.editor.tool.get()).toBe('eraser')
  t.editor.workshop.history.undo()
  expect(t.texts()).toEqual(['a', 'b', 'c'])
})

test('a thin stroke is met even by one quick movement across it', () => {
  const t = new TestEditor()
  t.editor.setTool('pen')
  t.drag([300, 100], [300, 500])
  t.editor.setTool('eraser')
  t.down([100, 300]).up([700, 310])
  expect(t.shapes()).toHaveLength(0)
})

test('Escape gives everything back', () => {
  const t = new TestEditor()
  t.note([200, 200], 'a')
  t.editor.setTool('eraser')
  t.down([50, 200]).move([400, 200]).escape().up([400, 200])
  expect(t.texts()).toEqual(['a'])
  expect(t.editor.fading.get().size).toBe(0)
})

test('with Alt, what has faded comes back', () => {
  const t = new TestEditor()
  t.note([200, 200], 'a')
  t.note([500, 200], 'b')
  t.editor.setTool('eraser')
  t.down([50, 200]).move([600, 200]).move([450, 200], { alt: true }).up([450, 200], { alt: true })
  expect(t.texts()).toEqual(['b'])
})

test('what is locked stays, itself or by the section it lies in', () => {
  const t = new TestEditor()
  const [own, inside] = [t.note([200, 200], 'own'), t.note([500, 200], 'inside')]
  const section = addSection(t, AREA, { locked: true })
  t.editor.workshop.change((change) => {
    change.update(own, { locked: true })
    change.update(inside, { section })
  })
  t.editor.setTool('eraser')
  t.drag([50, 200], [700, 200])
  expect(t.texts()).toContain('own')
  expect(t.texts()).toContain('inside')
  expect(t.editor.workshop.history.state.get().canUndo).toBe(true)
})

test('a group goes as a whole', () => {
  const t = new TestEditor()
  const ids = [t.note([200, 200], 'a'), t.note([900, 600], 'b')]
  t.note([900, 100], 'c')
  const groups = [newGroupId()]
  t.editor.workshop.change((change) => ids.forEach((id) => change.update(id, { groups })))
  t.editor.setTool('eraser')
  t.click([200, 200])
  expect(t.texts()).toEqual(['c'])
})

test('a section is ground: the eraser passes over it', () => {
  const t = new TestEditor()
  addSection(t, AREA)
  t.editor.setTool('eraser')
  t.drag([10, 10], [800, 600])
  expect(t.shapes()).toHaveLength(1)
})

test('stamps go with what they are on', () => {
  const t = new TestEditor()
  const note = t.note([200, 200])
  addStamp(t, 280, 280, { on: note })
  t.editor.setTool('eraser')
  t.click([120, 120])
  expect(t.shapes()).toHaveLength(0)
})
