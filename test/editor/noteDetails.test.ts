import { expect, test } from 'vitest'
import type { JourneyId, LaneId, StepId } from '../../shared/journey/ids.ts'
import { newShapeId, type ShapeId } from '../../shared/model/ids.ts'
import type { Note } from '../../shared/model/shape.ts'
import { setNoteDetails } from '../../renderer/editor/journey/setNoteDetails.ts'
import { setNoteStep } from '../../renderer/editor/journey/setNoteStep.ts'
import type { Editor } from '../../renderer/editor/editor.ts'
import { TestEditor } from '../support/testEditor.ts'

function addNote(editor: Editor, more: Partial<Note> = {}): ShapeId {
  const id = newShapeId()
  const cell = {
    journey: 'guest' as JourneyId,
    role: 'pain' as const,
    lane: 'pains' as LaneId,
    step: 'one' as StepId,
  }
  editor.workshop.change((change) =>
    change.add({
      id,
      kind: 'note',
      board: editor.board.get(),
      geometry: [0, 0, 176, 80, 0],
      order: 'a0',
      style: { color: 'pink' },
      text: 'hurts',
      grow: 0,
      cell,
      ...more,
    }),
  )
  return id
}
const noteOf = ({ workshop }: Editor, id: ShapeId) => workshop.shapes.get(id) as Note

test('details of several notes are one change, taken back by one undo', () => {
  const { editor } = new TestEditor()
  const ids = [addNote(editor), addNote(editor, { severity: 3 })]
  setNoteDetails(editor, ids, { severity: 4, owner: 'Ana' })
  expect(ids.map((id) => noteOf(editor, id).severity)).toEqual([4, 4])
  setNoteDetails(editor, ids, { owner: undefined })
  expect(ids.map((id) => noteOf(editor, id).owner)).toEqual([undefined, undefined])
  editor.workshop.history.undo()
  editor.workshop.history.undo()
  expect(ids.map((id) => noteOf(editor, id).severity)).toEqual([undefined, 3])
})

test('saying what is said already is no change, and locked notes stay as they are', () => {
  const { editor } = new TestEditor()
  const [same, locked] = [addNote(editor, { status: 'solved' }), addNote(editor, { locked: true })]
  const before = editor.workshop.doc.store.clients.size
  let changes = 0
  editor.workshop.doc.on('update', () => void changes++)
  setNoteDetails(editor, [same, locked], { status: 'solved' })
  expect([changes, editor.workshop.doc.store.clients.size]).toEqual([0, before])
  expect(noteOf(editor, locked).status).toBeUndefined()
})

test('a note goes to another step in its lane, or to the tray', () => {
  const { editor } = new TestEditor()
  const id = addNote(editor)
  setNoteStep(editor, id, 'two' as StepId)
  expect(noteOf(editor, id).cell).toMatchObject({ lane: 'pains', step: 'two' })
  setNoteStep(editor, id, undefined)
  expect(noteOf(editor, id).cell?.step).toBeUndefined()
  editor.workshop.history.undo()
  expect(noteOf(editor, id).cell?.step).toBe('two')
})
