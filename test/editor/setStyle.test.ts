import { expect, test } from 'vitest'
import { setStyle } from '../../renderer/editor/commands/setStyle.ts'
import { TestEditor } from '../support/testEditor.ts'
import { aConnector, aForm, aText } from '../support/shapes.ts'

test('every selected shape takes the part of a style that it has, in one step', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  const { workshop, selection, nextStyle } = t.editor
  const [form, connector, text] = [aForm(), aConnector(), aText({ text: 'Hello' })]
  workshop.change((change) => [form, connector, text].forEach((shape) => change.add(shape)))
  selection.set(new Set([note, form.id, connector.id, text.id]))
  let updates = 0
  t.doc.on('update', () => updates++)
  setStyle(t.editor, { stroke: 'red', width: 'thick', route: 'elbow' })
  expect(updates).toBe(1)
  expect(t.shape(form.id)).toMatchObject({ style: { stroke: 'red', width: 'thick', fill: 'none' } })
  expect(t.shape(connector.id)).toMatchObject({ style: { stroke: 'red', width: 'thick', route: 'elbow' } })
  expect(t.shape(text.id)).toMatchObject({ style: { color: 'red', font: 24 } })
  expect(t.noteShape(note).style).toEqual({ color: 'yellow' })
  expect(nextStyle.get()).toMatchObject({ stroke: 'red', width: 'thick', route: 'elbow' })
  workshop.history.undo()
  expect(t.shape(form.id)).toMatchObject({ style: { stroke: 'ink' } })
})

test('a larger text makes its shape grow, and an automatic one lets it shrink again', () => {
  const t = new TestEditor()
  const note = t.note([0, 0], 'word '.repeat(40))
  t.editor.selection.set(new Set([note]))
  const before = t.noteShape(note).grow
  setStyle(t.editor, { font: 40 })
  expect(t.noteShape(note).grow).toBeGreaterThan(before)
  setStyle(t.editor, { font: undefined })
  expect(t.noteShape(note)).toMatchObject({ grow: before, style: { color: 'yellow' } })
  expect(t.noteShape(note).style).not.toHaveProperty('font')
})

test('what is locked, and what is opened for reading, stays as it is', () => {
  const t = new TestEditor()
  const form = aForm({ locked: true })
  t.editor.workshop.change((change) => change.add(form))
  t.editor.selection.set(new Set([form.id]))
  setStyle(t.editor, { fill: 'blue' })
  expect(t.shape(form.id)).toMatchObject({ style: { fill: 'none' } })
  expect(t.editor.nextStyle.get().fill).toBe('blue')
})
