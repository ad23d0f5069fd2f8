import { expect, test } from 'vitest'
import { createNote } from '../../renderer/editor/commands/createNote.ts'
import { addSectionHere } from '../../renderer/editor/commands/createSection.ts'
import { deleteSelection } from '../../renderer/editor/commands/deleteSelection.ts'
import { selectAll } from '../../renderer/editor/commands/selectAll.ts'
import { stampSelection } from '../../renderer/editor/commands/addStamps.ts'
import { isLocked } from '../../renderer/editor/locks.ts'
import { FAY, PAT } from '../support/gated.ts'
import { addSection } from '../support/addShape.ts'
import { MapEditor } from '../support/mapEditor.ts'
import { TestEditor } from '../support/testEditor.ts'

/** Fay's note at 100, 100, and Pat, who takes part. */
function takingPart(): { readonly t: TestEditor; readonly fays: ReturnType<TestEditor['note']> } {
  const t = new TestEditor()
  t.editor.workshop.signAs(FAY)
  const fays = t.note([100, 100], 'Hello')
  t.editor.workshop.signAs(PAT)
  t.editor.role.set('participant')
  return { t, fays }
}

test('whoever takes part moves, types in and removes what they added, and nothing else', () => {
  const { t, fays } = takingPart()
  const pats = t.note([500, 100], 'Mine')
  t.drag([100, 100], [100, 400]).expectMiddle(fays, [100, 100])
  t.drag([500, 100], [500, 400]).expectMiddle(pats, [500, 400])
  t.doubleClick([100, 100])
  expect(t.editor.editing.get()).toBeNull()
  t.doubleClick([500, 400])
  expect(t.editor.editing.get()).toBe(pats)
  t.escape()
  selectAll(t.editor)
  deleteSelection(t.editor)
  expect(t.shapes().map(({ id }) => id)).toEqual([fays])
})

test("whoever takes part votes on others' notes, and puts notes into their sections", () => {
  const { t, fays } = takingPart()
  t.editor.selection.set(new Set([fays]))
  expect(stampSelection(t.editor)).toBe(1)
  expect(t.shapes().find(({ kind }) => kind === 'stamp')).toMatchObject({ on: fays, by: PAT })
  t.editor.role.set('facilitator')
  const section = addSection(t, [400, 0, 400, 400, 0])
  t.editor.role.set('participant')
  expect(t.shape(t.note([600, 200])).section).toBe(section)
})

test('whoever takes part does not change how the workshop is built', () => {
  const t = new MapEditor()
  t.editor.workshop.signAs(PAT)
  t.editor.role.set('participant')
  expect(t.editor.fixed).toBe(true)
  const steps = t.steps()
  addSectionHere(t.editor)
  t.drag(t.head('one'), t.head('three'))
  t.doubleClick(t.head('two'))
  expect(t.editor.openPart.get()).toBeNull()
  expect(t.steps()).toEqual(steps)
  expect(t.shapes().map(({ kind }) => kind)).toEqual(['map'])
  expect(t.noteShape(t.card('one', 'action', 'Mine'))).toMatchObject({ by: PAT, cell: { step: 'one' } })
})

test('a role can change while somebody works', () => {
  const { t, fays } = takingPart()
  const pats = t.note([500, 100])
  t.editor.setTool('note')
  t.editor.role.set('viewer')
  expect([t.editor.readOnly, t.editor.tool.get()]).toEqual([true, 'select'])
  expect(createNote(t.editor, [0, 0])).toBeUndefined()
  expect(isLocked(t.editor, t.shape(pats))).toBe(true)
  expect(t.editor.workshop.history.state.get().canUndo).toBe(false)
  t.editor.role.set('facilitator')
  expect([t.editor.readOnly, isLocked(t.editor, t.shape(fays))]).toEqual([false, false])
})
