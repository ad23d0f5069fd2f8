import { expect, test } from 'vitest'
import { convertToTexts } from '../../renderer/editor/commands/convertShapes.ts'
import { toggleMark } from '../../renderer/editor/commands/formatText.ts'
import { unlockSelection } from '../../renderer/editor/commands/lockShapes.ts'
import { canType } from '../../renderer/editor/commands/openText.ts'
import { recolorNotes } from '../../renderer/editor/commands/recolorNotes.ts'
import { sortSelectedNotes } from '../../renderer/editor/commands/sortNotes.ts'
import { setTag } from '../../renderer/editor/commands/tagNotes.ts'
import { createNudge } from '../../renderer/editor/nudge.ts'
import { addSection } from '../support/addShape.ts'
import { TestEditor } from '../support/testEditor.ts'

/** Two selected notes in a section that is locked. */
function lockedNotes() {
  const t = new TestEditor()
  const section = addSection(t, [0, 0, 900, 900, 0])
  const notes = [t.note([700, 700], 'b'), t.note([200, 200], 'a')]
  t.editor.workshop.change((change) => change.update(section, { locked: true }))
  t.editor.selection.set(new Set(notes))
  return { t, notes }
}

test('nothing changes what lies in a locked section', () => {
  const { t, notes } = lockedNotes()
  const before = notes.map((id) => t.shape(id))
  createNudge(t.editor)([10, 0])
  recolorNotes(t.editor, 'pink')
  setTag(t.editor, 'later', true)
  sortSelectedNotes(t.editor, { key: 'color', reading: 'ltr', locale: 'en' })
  convertToTexts(t.editor)
  toggleMark(t.editor, notes, 'bold')
  expect(notes.map((id) => canType(t.editor, id))).toEqual([false, false])
  expect(notes.map((id) => t.shape(id))).toEqual(before)
})

test('unlocking what lies in a locked section makes it free at once', () => {
  const { t } = lockedNotes()
  expect(t.editor.selected.get()).toMatchObject({ locked: 2, free: [] })
  unlockSelection(t.editor)
  expect(t.editor.selected.get()).toMatchObject({ locked: 0, units: 2 })
})
