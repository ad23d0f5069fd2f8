import { beforeEach, expect, test } from 'vitest'
import { duplicateBy } from '../../renderer/editor/commands/duplicate.ts'
import { stampSelection } from '../../renderer/editor/commands/addStamps.ts'
import { convertToTexts } from '../../renderer/editor/commands/convertShapes.ts'
import { moveShapes } from '../../renderer/editor/commands/moveShapes.ts'
import type { StageId, StepId } from '../../shared/journey/ids.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { addSection } from '../support/addShape.ts'
import { middleOf, storyOn, STORYBOARD } from '../support/storyOn.ts'
import { TestEditor } from '../support/testEditor.ts'

let t: TestEditor
beforeEach(() => {
  t = new TestEditor()
  storyOn(t, { guest: { book: ['one', 'two'], stay: ['three'] } })
})
const offset = (from: Vec, to: Vec): Vec => [to[0] - from[0], to[1] - from[1]]

test('what is put into a picture belongs to it, and goes where the frame goes', () => {
  const id = t.note(middleOf(t, 'one', 'picture'))
  expect(t.shape(id).frame).toBe('one')
  t.editor.workshop.change((change) =>
    change.set('steps', 'one' as StepId, { stage: 'stay' as StageId, order: 'az' }),
  )
  t.expectMiddle(id, middleOf(t, 'one', 'picture'))
})

test('what is moved from one picture to another belongs to that, and stays where it was put', () => {
  const id = t.note(middleOf(t, 'one', 'picture'))
  moveShapes(t.editor, [id], offset(middleOf(t, 'one', 'picture'), middleOf(t, 'three', 'picture')))
  expect(t.shape(id).frame).toBe('three')
  t.expectMiddle(id, middleOf(t, 'three', 'picture'))
  t.editor.workshop.history.undo()
  expect(t.shape(id).frame).toBe('one')
  t.expectMiddle(id, middleOf(t, 'one', 'picture'))
})

test('what is moved out of all pictures belongs to none, and the storyboard leaves it behind', () => {
  const id = t.note(middleOf(t, 'one', 'picture'))
  moveShapes(t.editor, [id], [0, 5000])
  expect(t.shape(id).frame).toBeUndefined()
  const before = t.shape(id).geometry
  moveShapes(t.editor, [STORYBOARD], [300, 0])
  expect(t.shape(id).geometry).toEqual(before)
})

test('moving the storyboard takes its pictures along, without writing to them', () => {
  const id = t.note(middleOf(t, 'one', 'picture'))
  const stored = t.editor.workshop.shapes.placement.stored(id)?.geometry
  moveShapes(t.editor, [STORYBOARD], [300, 40])
  expect(t.shape(id).frame).toBe('one')
  expect(t.editor.workshop.shapes.placement.stored(id)?.geometry).toEqual(stored)
})

test('a stroke belongs to the picture in which it was begun, however far it goes', () => {
  t.editor.setTool('pen')
  const [x, y] = middleOf(t, 'one', 'picture')
  t.drag([x, y], [x, y + 500])
  const ink = t.shapes().find(({ kind }) => kind === 'ink')
  expect(ink?.frame).toBe('one')
})

test('a copy belongs to the picture in which it lies', () => {
  const id = t.note(middleOf(t, 'one', 'picture'))
  t.editor.selection.set(new Set([id]))
  duplicateBy(t.editor, offset(middleOf(t, 'one', 'picture'), middleOf(t, 'two', 'picture')))
  const [copy] = t.selected()
  expect(t.shape(copy as ShapeId).frame).toBe('two')
  t.expectMiddle(copy as ShapeId, middleOf(t, 'two', 'picture'))
})

test('what lies in a picture lies in no section beside it', () => {
  addSection(t, [-100, -100, 4000, 4000, 0])
  const id = t.note(middleOf(t, 'one', 'picture'))
  expect([t.shape(id).frame, t.shape(id).section]).toEqual(['one', undefined])
})

test('a stamp on something in a picture is in the picture, too', () => {
  const id = t.note(middleOf(t, 'one', 'picture'))
  t.editor.setTool('stamp')
  t.click(middleOf(t, 'one', 'picture'))
  const stamp = t.shapes().find(({ kind }) => kind === 'stamp')
  expect(stamp).toMatchObject({ frame: 'one', on: id })
})

test('a stamp leaves the picture with what it is on', () => {
  const id = t.note(middleOf(t, 'one', 'picture'))
  t.editor.selection.set(new Set([id]))
  stampSelection(t.editor)
  const [stamp] = t.editor.workshop.shapes.referrers(id)
  if (!stamp) throw new Error('Expected a stamp')
  expect(stamp.frame).toBe('one')
  const before = stamp.geometry
  moveShapes(t.editor, [id], [0, 5000])
  expect(t.shape(stamp.id)).toMatchObject({ on: id })
  expect(t.shape(stamp.id).frame).toBeUndefined()
  t.editor.workshop.change((change) =>
    change.set('steps', 'one' as StepId, { stage: 'stay' as StageId, order: 'az' }),
  )
  expect(t.shape(stamp.id).geometry.slice(0, 2)).toEqual([before[0], before[1] + 5000])
})

test('a note in a picture that becomes a text stays in it, in its place among the others', () => {
  const id = t.note(middleOf(t, 'one', 'picture'), 'Hello')
  const order = t.editor.workshop.shapes.placement.stored(id)?.order
  t.editor.selection.set(new Set([id]))
  convertToTexts(t.editor)
  expect(t.shape(id)).toMatchObject({ kind: 'text', frame: 'one', text: 'Hello' })
  expect(t.editor.workshop.shapes.placement.stored(id)?.order).toBe(order)
})
