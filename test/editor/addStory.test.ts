import { expect, test } from 'vitest'
import { addStory } from '../../renderer/editor/commands/addStory.ts'
import { chosenStory } from '../../renderer/editor/commands/chosenStory.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import { readTemplate } from '../support/stockTemplates.ts'
import { TestEditor } from '../support/testEditor.ts'

const blank = readTemplate('blank-storyboard.json')

test('a story comes below what lies on the board, and is selected and seen', () => {
  const t = new TestEditor()
  const note = t.note([300, 200], 'here before')
  addStory(t.editor, blank, 'en')
  const [view] = t.selected()
  if (!view) throw new Error('Expected a view')
  const above = boundsOf(t.shape(note))
  const box = boundsOf(t.shape(view))
  expect(box.y).toBeGreaterThan(above.y + above.h)
  const { x, y, zoom } = t.editor.camera.get()
  const { w, h } = t.editor.viewport.get()
  expect(box.x).toBeGreaterThanOrEqual(x)
  expect(box.y).toBeGreaterThanOrEqual(y)
  expect(box.x + box.w).toBeLessThanOrEqual(x + w / zoom)
  expect(box.y + box.h).toBeLessThanOrEqual(y + h / zoom)
  t.editor.workshop.history.undo()
  expect(t.texts()).toEqual(['here before'])
})

test('nothing is added to a board that may only be read', () => {
  const t = new TestEditor({ readOnly: true })
  addStory(t.editor, blank, 'en')
  expect(t.shapes()).toEqual([])
})

test('the story that is meant is that of the selection, or else the only one there is', () => {
  const t = new TestEditor()
  expect(chosenStory(t.editor)).toBeUndefined()
  addStory(t.editor, blank, 'en')
  addStory(t.editor, readTemplate('blank-map.json'), 'en')
  const [first, second] = t.editor.workshop.journeys.all('journeys')
  expect(chosenStory(t.editor)).toBe(second?.story)
  t.editor.selection.set(new Set())
  expect(chosenStory(t.editor)).toBe(first?.story)
})
