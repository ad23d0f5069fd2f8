import { expect, test } from 'vitest'
import { endChoosing } from '../../renderer/editor/commands/connectByKeys.ts'
import { placeByKey } from '../../renderer/editor/commands/placeByKey.ts'
import { TOOL_IDS, type ToolId } from '../../renderer/editor/tool.ts'
import { TestEditor } from '../support/testEditor.ts'

const MADE: Partial<Record<ToolId, object>> = {
  note: { kind: 'note' },
  text: { kind: 'text' },
  section: { kind: 'section' },
  rectangle: { kind: 'form', form: 'rectangle' },
  ellipse: { kind: 'form', form: 'ellipse' },
  diamond: { kind: 'form', form: 'diamond' },
}

test.each(TOOL_IDS)('by key, %s puts down what a click would, where a click is enough', (tool) => {
  const t = new TestEditor()
  t.editor.setTool(tool)
  const made = MADE[tool]
  expect(placeByKey(t.editor)).toBe(made !== undefined)
  expect(t.shapes()).toMatchObject(made ? [made] : [])
  expect(t.editor.tool.get()).toBe(made ? 'select' : tool)
})

test.each([
  ['arrow', 'arrow'],
  ['line', 'none'],
] as const)('%s connects what is selected to what keys choose', (tool, endHead) => {
  const t = new TestEditor()
  const [from, to] = [t.note([200, 200]), t.note([600, 200])]
  t.editor.setTool(tool)
  t.editor.selection.set(new Set([from]))
  expect(placeByKey(t.editor)).toBe(true)
  endChoosing(t.editor, 'connect')
  expect(t.shapes().at(-1)).toMatchObject({
    kind: 'connector',
    start: { shape: from },
    end: { shape: to },
    style: { endHead },
  })
})

test('what is kept in the hand goes on placing; in a workshop that is only read, nothing is placed', () => {
  const t = new TestEditor()
  t.editor.keepTool.set(true)
  t.editor.setTool('ellipse')
  placeByKey(t.editor)
  placeByKey(t.editor)
  expect([t.shapes().length, t.editor.tool.get()]).toEqual([2, 'ellipse'])
  const read = new TestEditor({ readOnly: true })
  read.editor.setTool('ellipse')
  expect(placeByKey(read.editor)).toBe(false)
  expect(read.shapes()).toEqual([])
})
