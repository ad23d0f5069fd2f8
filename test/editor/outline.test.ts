import { expect, test } from 'vitest'
import { boardTree } from '../../shared/model/boardTree.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import { intersects, within } from '../../shared/geometry/box.ts'
import { moveInOrder } from '../../renderer/editor/commands/moveInOrder.ts'
import {
  moveIntoSection,
  moveOutOfSection,
  sectionsFor,
} from '../../renderer/editor/commands/moveToSection.ts'
import { addSection, addStamp } from '../support/addShape.ts'
import { TestEditor } from '../support/testEditor.ts'

const treeOf = (t: TestEditor) => boardTree(t.shapes(), 'ltr')
const order = (t: TestEditor): ShapeId[] => treeOf(t).map(({ members }) => members[0] as ShapeId)
const later = (t: TestEditor, id: ShapeId) => moveInOrder(t.editor, treeOf(t), id, 1, 'ltr')
const earlier = (t: TestEditor, id: ShapeId) => moveInOrder(t.editor, treeOf(t), id, -1, 'ltr')

test('a note changes places with the one after it and back, each in one undo step', () => {
  const t = new TestEditor()
  const [a, b, c] = [t.note([100, 100]), t.note([320, 110]), t.note([100, 400])]
  expect(later(t, a)).toBe('moved')
  expect(order(t)).toEqual([b, a, c])
  expect(later(t, a)).toBe('moved')
  expect(order(t)).toEqual([b, c, a])
  expect(later(t, a)).toBe('isLast')
  t.editor.workshop.history.undo()
  expect(order(t)).toEqual([b, a, c])
  expect(earlier(t, a)).toBe('moved')
  t.expectMiddle(a, [100, 100]).expectMiddle(b, [320, 110])
  expect(earlier(t, a)).toBe('isFirst')
})

test('a section changes places with a note beside it, keeps its content and does not take the note in', () => {
  const t = new TestEditor()
  const note = t.note([100, 100])
  const section = addSection(t, [240, 0, 700, 500, 0])
  const inner = t.note([500, 300])
  expect(t.noteShape(inner).section).toBe(section)
  expect(later(t, note)).toBe('moved')
  expect(order(t)).toEqual([section, note])
  expect(t.noteShape(note).section).toBeUndefined()
  expect(t.noteShape(inner).section).toBe(section)
  expect(within(boundsOf(t.shape(inner)), boundsOf(t.shape(section)))).toBe(true)
})

test('what is locked is passed over, and stays where it is itself', () => {
  const t = new TestEditor()
  const [a, b, c] = [t.note([100, 100]), t.note([320, 100]), t.note([540, 100])]
  t.editor.workshop.change((change) => change.update(b, { locked: true }))
  expect(later(t, b)).toBe('cannotMove')
  expect(later(t, a)).toBe('moved')
  expect(order(t)).toEqual([c, b, a])
})

test('nothing moves in a workshop that can only be read', () => {
  const t = new TestEditor({ readOnly: true })
  expect(moveInOrder(t.editor, [], 'x', 1, 'ltr')).toBe('cannotMove')
})

test('a note with its votes goes into a section where there is room, and out again', () => {
  const t = new TestEditor()
  const section = addSection(t, [1000, 0, 700, 500, 0])
  const inner = t.note([1120, 170])
  const note = t.note([100, 100])
  const stamp = addStamp(t, 160, 20, { on: note })
  expect(moveIntoSection(t.editor, new Set([note]), section)).toBe(true)
  expect(t.noteShape(note).section).toBe(section)
  expect(within(boundsOf(t.shape(note)), boundsOf(t.shape(section)))).toBe(true)
  expect(intersects(boundsOf(t.shape(note)), boundsOf(t.shape(inner)))).toBe(false)
  expect(intersects(boundsOf(t.shape(stamp)), boundsOf(t.shape(note)))).toBe(true)
  expect(sectionsFor(t.editor, [note])).toEqual([])
  expect(moveOutOfSection(t.editor, new Set([note]))).toBe(true)
  expect(t.noteShape(note).section).toBeUndefined()
  expect(intersects(boundsOf(t.shape(note)), boundsOf(t.shape(section)))).toBe(false)
  t.editor.workshop.history.undo()
  t.editor.workshop.history.undo()
  t.expectMiddle(note, [100, 100])
  expect(t.noteShape(note).section).toBeUndefined()
})

test('a full section becomes taller, in the same step', () => {
  const t = new TestEditor()
  const section = addSection(t, [1000, 0, 240, 280, 0])
  t.note([1120, 170])
  const note = t.note([100, 100])
  expect(moveIntoSection(t.editor, new Set([note]), section)).toBe(true)
  expect(t.noteShape(note).section).toBe(section)
  expect(within(boundsOf(t.shape(note)), boundsOf(t.shape(section)))).toBe(true)
  expect(t.noteShape(note).order > t.shape(section).order).toBe(true)
  t.editor.workshop.history.undo()
  expect(t.shape(section).geometry).toEqual([1000, 0, 240, 280, 0])
})

test('no section goes into itself or into what lies in it', () => {
  const t = new TestEditor()
  const outer = addSection(t, [0, 0, 1000, 1000, 0])
  const inner = addSection(t, [100, 100, 500, 500, 0], { section: outer })
  expect(sectionsFor(t.editor, [outer])).toEqual([])
  expect(sectionsFor(t.editor, [inner])).toEqual([])
  expect(moveIntoSection(t.editor, new Set([outer]), inner)).toBe(false)
})
