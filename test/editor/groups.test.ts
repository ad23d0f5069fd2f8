import { expect, test } from 'vitest'
import { alignSelection, tidySelection } from '../../renderer/editor/commands/arrangeSelection.ts'
import { duplicateSelection } from '../../renderer/editor/commands/duplicate.ts'
import { groupSelection, ungroupSelection } from '../../renderer/editor/commands/groupShapes.ts'
import { lockSelection, unlockAll } from '../../renderer/editor/commands/lockShapes.ts'
import { moveShapes } from '../../renderer/editor/commands/moveShapes.ts'
import { restackSelection } from '../../renderer/editor/commands/restackSelection.ts'
import { selectAll } from '../../renderer/editor/commands/selectAll.ts'
import { deleteSelection } from '../../renderer/editor/commands/deleteSelection.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { TestEditor } from '../support/testEditor.ts'

/** Three notes in a row of which the first two are a group. */
function withGroup() {
  const t = new TestEditor()
  const [a, b, c] = [t.note([200, 200]), t.note([500, 200]), t.note([800, 200])]
  select(t, a, b)
  groupSelection(t.editor)
  t.editor.selection.set(new Set())
  return { t, a, b, c }
}
const select = (t: TestEditor, ...ids: ShapeId[]) => t.editor.selection.set(new Set(ids))
const updatesOf = (t: TestEditor, act: () => void): number => {
  let updates = 0
  t.doc.on('update', () => updates++)
  act()
  return updates
}

test('a click selects the group, a double click goes into it, Escape comes out again', () => {
  const { t, a, b } = withGroup()
  t.click([200, 200])
  expect(new Set(t.selected())).toEqual(new Set([a, b]))
  t.doubleClick([200, 200])
  expect([t.selected(), t.editor.editing.get()]).toEqual([[a], null])
  t.click([500, 200])
  expect(t.selected()).toEqual([b])
  t.doubleClick([500, 200])
  expect(t.editor.editing.get()).toBe(b)
  t.editor.editing.set(null)
  t.escape()
  expect(new Set(t.selected())).toEqual(new Set([a, b]))
  t.escape()
  expect(t.selected()).toEqual([])
})

test('a click with Ctrl selects one shape of a group, a click elsewhere leaves the group', () => {
  const { t, a, b, c } = withGroup()
  t.click([500, 200], { mod: true })
  expect(t.selected()).toEqual([b])
  t.click([800, 200])
  expect([t.selected(), t.editor.inside.get()]).toEqual([[c], []])
  t.click([200, 200])
  expect(new Set(t.selected())).toEqual(new Set([a, b]))
})

test('with Shift a group comes and goes as a whole', () => {
  const { t, a, b, c } = withGroup()
  t.click([800, 200]).click([200, 200], { shift: true })
  expect(new Set(t.selected())).toEqual(new Set([a, b, c]))
  t.click([500, 200], { shift: true })
  expect(t.selected()).toEqual([c])
})

test('groups lie within groups, and come apart one level at a time', () => {
  const { t, a, b, c } = withGroup()
  selectAll(t.editor)
  groupSelection(t.editor)
  t.editor.selection.set(new Set())
  t.doubleClick([200, 200])
  expect(new Set(t.selected())).toEqual(new Set([a, b]))
  t.doubleClick([200, 200])
  expect(t.selected()).toEqual([a])
  t.escape().escape()
  expect(new Set(t.selected())).toEqual(new Set([a, b, c]))
  ungroupSelection(t.editor)
  expect([t.shape(a).groups?.length, t.shape(c).groups]).toEqual([1, undefined])
  ungroupSelection(t.editor)
  expect(t.shape(a).groups).toBeUndefined()
})

test('dragging one note of a group moves the group, in one step', () => {
  const { t, a, b } = withGroup()
  expect(updatesOf(t, () => t.drag([200, 200], [230, 300]))).toBe(1)
  t.expectMiddle(a, [230, 300]).expectMiddle(b, [530, 300])
  t.editor.workshop.history.undo()
  t.expectMiddle(a, [200, 200]).expectMiddle(b, [500, 200])
})

test('the rubber band takes groups as a whole, with Alt only if all of it is within', () => {
  const { t, a, b, c } = withGroup()
  t.drag([50, 50], [150, 350])
  expect(new Set(t.selected())).toEqual(new Set([a, b]))
  t.drag([50, 50], [450, 350], { alt: true })
  expect(t.selected()).toEqual([])
  t.drag([50, 50], [850, 350], { alt: true })
  expect(new Set(t.selected())).toEqual(new Set([a, b]))
  t.drag([50, 50], [950, 350], { alt: true })
  expect(new Set(t.selected())).toEqual(new Set([a, b, c]))
})

test('groups are aligned and tidied as one, in one step', () => {
  const { t, a, b, c } = withGroup()
  moveShapes(t.editor, [c], [0, 500])
  selectAll(t.editor)
  expect(updatesOf(t, () => alignSelection(t.editor, 'left'))).toBe(1)
  t.expectMiddle(a, [200, 200]).expectMiddle(b, [500, 200]).expectMiddle(c, [200, 700])
  tidySelection(t.editor, 'ltr')
  t.expectMiddle(a, [200, 200]).expectMiddle(b, [500, 200]).expectMiddle(c, [200, 420])
})

test('what is locked is not moved, deleted, banded or selected with all; a click selects it', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([500, 200])]
  select(t, a)
  lockSelection(t.editor)
  selectAll(t.editor)
  expect(t.selected()).toEqual([b])
  t.drag([50, 50], [700, 400])
  expect(t.selected()).toEqual([b])
  t.click([200, 200])
  expect(t.selected()).toEqual([a])
  t.drag([200, 200], [300, 300]).expectMiddle(a, [200, 200])
  select(t, a)
  expect(deleteSelection(t.editor)).toBe(0)
  t.doubleClick([200, 200])
  expect(t.editor.editing.get()).toBeNull()
  unlockAll(t.editor)
  expect([t.shape(a).locked, t.selected()]).toEqual([undefined, [a]])
})

test('a rubber band can begin on a locked shape', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([200, 200]), t.note([500, 200])]
  select(t, a)
  lockSelection(t.editor)
  t.drag([200, 200], [450, 250])
  expect(t.selected()).toEqual([b])
})

test('the selection goes to the front and to the back', () => {
  const t = new TestEditor()
  const [a, b, c] = [t.note([200, 200]), t.note([210, 200]), t.note([220, 200])]
  select(t, a)
  restackSelection(t.editor, 'front')
  expect(t.shapes().map(({ id }) => id)).toEqual([b, c, a])
  restackSelection(t.editor, 'backward')
  expect(t.shapes().map(({ id }) => id)).toEqual([b, a, c])
  t.editor.workshop.history.undo()
  t.editor.workshop.history.undo()
  expect(t.shapes().map(({ id }) => id)).toEqual([a, b, c])
})

test('duplicating again goes on by the same step', () => {
  const t = new TestEditor()
  select(t, t.note([200, 200]))
  duplicateSelection(t.editor)
  t.drag([230, 230], [530, 230])
  duplicateSelection(t.editor)
  duplicateSelection(t.editor)
  expect(t.shapes().map(({ geometry }) => geometry.slice(0, 2))).toEqual([
    [100, 100],
    [424, 124],
    [748, 148],
    [1072, 172],
  ])
})

test('dragging with Alt leaves the original and moves a copy, in one step', () => {
  const t = new TestEditor()
  const note = t.note([200, 200], 'x')
  t.down([200, 200]).move([300, 200], { alt: true }).move([500, 300], { alt: true })
  expect(t.editor.preview.get()).toMatchObject({ kind: 'move', copy: true, by: [300, 100] })
  expect(updatesOf(t, () => t.up([500, 300], { alt: true }))).toBe(1)
  const [, copy] = t.shapes()
  t.expectMiddle(note, [200, 200])
  expect(copy?.geometry).toEqual([400, 200, 200, 200, 0])
  expect([t.texts(), t.selected()]).toEqual([['x', 'x'], [copy?.id]])
})

test('copies of a group are another group', () => {
  const { t, a } = withGroup()
  t.click([200, 200])
  duplicateSelection(t.editor)
  const [first, second] = t.selected().map((id) => t.shape(id).groups)
  expect(first).toEqual(second)
  expect(first).toHaveLength(1)
  expect(first).not.toEqual(t.shape(a).groups)
})
