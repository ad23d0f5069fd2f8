import { expect, test } from 'vitest'
import { setStyle } from '../../renderer/editor/commands/setStyle.ts'
import { styleInUse } from '../../renderer/editor/styleInUse.ts'
import { TestEditor } from '../support/testEditor.ts'

test('what differs among the selected shapes is mixed, what is not set is what it comes to', () => {
  const t = new TestEditor()
  const ids = [t.note([0, 0]), t.note([300, 0])]
  t.editor.selection.set(new Set(ids.slice(1)))
  setStyle(t.editor, { color: 'pink', align: 'end' })
  expect(styleInUse(t.editor)).toEqual({ color: 'pink', font: 'automatic', align: 'end', direction: 'auto' })
  t.editor.selection.set(new Set(ids))
  expect(styleInUse(t.editor)).toEqual({
    color: 'mixed',
    font: 'automatic',
    align: 'mixed',
    direction: 'auto',
  })
})

test('with nothing selected it is about what the tool makes next', () => {
  const t = new TestEditor()
  expect(styleInUse(t.editor)).toEqual({})
  t.editor.setTool('highlighter')
  expect(styleInUse(t.editor)).toEqual({ stroke: 'yellow', width: 'medium' })
  setStyle(t.editor, { stroke: 'green' })
  expect(styleInUse(t.editor)).toEqual({ stroke: 'green', width: 'medium' })
  t.editor.setTool('pen')
  expect(styleInUse(t.editor)).toEqual({ stroke: 'ink', width: 'medium' })
})
