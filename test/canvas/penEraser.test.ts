import { expect, test } from 'vitest'
import { createPenEraser } from '../../renderer/canvas/penEraser.ts'
import { TestEditor } from '../support/testEditor.ts'

test('a pen turned round erases for as long as it is down', () => {
  const { editor } = new TestEditor()
  editor.setTool('pen')
  const eraser = createPenEraser(editor)
  expect(eraser.take({ buttons: 32 })).toBe(true)
  expect(editor.tool.get()).toBe('eraser')
  eraser.putBack()
  expect(editor.tool.get()).toBe('pen')
})

test('its tip leaves the tool alone', () => {
  const { editor } = new TestEditor()
  const eraser = createPenEraser(editor)
  expect(eraser.take({ buttons: 1 })).toBe(false)
  eraser.putBack()
  expect(editor.tool.get()).toBe('select')
})
