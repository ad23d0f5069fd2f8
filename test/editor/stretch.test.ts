import { expect, test } from 'vitest'
import { createStretch } from '../../renderer/editor/nudge.ts'
import { TestEditor } from '../support/testEditor.ts'

test('the selection becomes wider and taller from its top left corner', () => {
  const t = new TestEditor()
  const id = t.note([200, 200])
  t.editor.selection.set(new Set([id]))
  const stretch = createStretch(t.editor, () => 0)
  stretch([10, 0])
  stretch([0, -1])
  expect(t.shape(id).geometry).toEqual([100, 100, 210, 199, 0])
})

test('key presses in a row are one undo step', () => {
  const t = new TestEditor()
  const id = t.note([200, 200])
  t.editor.selection.set(new Set([id]))
  let now = 0
  const stretch = createStretch(t.editor, () => now)
  for (let press = 0; press < 5; press++) stretch([1, 0])
  now = 5000
  stretch([10, 0])
  t.editor.workshop.history.undo()
  expect(t.shape(id).geometry[2]).toBe(205)
  t.editor.workshop.history.undo()
  expect(t.shape(id).geometry[2]).toBe(200)
})

test('what is locked keeps its size', () => {
  const t = new TestEditor()
  const id = t.note([200, 200])
  t.editor.workshop.change((change) => change.update(id, { locked: true }))
  t.editor.selection.set(new Set([id]))
  createStretch(t.editor)([10, 10])
  expect(t.shape(id).geometry).toEqual([100, 100, 200, 200, 0])
})
