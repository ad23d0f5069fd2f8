import { expect, test } from 'vitest'
import { addCellNote } from '../../renderer/editor/journey/addCellNote.ts'
import { addShapes } from '../../renderer/editor/commands/addShapes.ts'
import { stampSelection } from '../../renderer/editor/commands/addStamps.ts'
import { duplicateBoard } from '../../renderer/editor/commands/boards.ts'
import { duplicateSelection } from '../../renderer/editor/commands/duplicate.ts'
import { removeShapes } from '../../renderer/editor/commands/removeShapes.ts'
import { withoutShownViews } from '../../renderer/editor/commands/viewCopies.ts'
import { cutWith, selectedAsSeen, selectedWithContent } from '../../renderer/editor/carried.ts'
import { parseShapes, writeShapes } from '../../renderer/editor/copiedShapes.ts'
import type { JourneyId, StageId, StepId, StoryId } from '../../shared/journey/ids.ts'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import { TestEditor } from '../support/testEditor.ts'

const journey = 'guest' as JourneyId
const map = 'map' as ShapeId

function open(): TestEditor {
  const board = new TestEditor()
  const { editor } = board
  const [story, stage, step] = ['story' as StoryId, 's' as StageId, 'arrive' as StepId]
  editor.workshop.change((change) => {
    change.put('journeys', {
      id: journey,
      order: 'a0',
      name: 'Guest',
      story,
      kind: 'current',
      direction: 'ltr',
    })
    change.put('stages', { id: stage, order: 'a0', story, name: '' })
    const words = { title: 'Arrive', caption: '', today: '', place: '' }
    change.put('steps', {
      id: step,
      order: 'a0',
      journey,
      stage,
      ...words,
      feelings: {},
      votes: 0,
      origins: [step],
    })
    change.add({ id: map, kind: 'map', board: FIRST_BOARD, order: 'a0', geometry: [0, 0, 1, 1, 0], journey })
    addCellNote(editor, change, { journey, step, role: 'pain', text: 'No key' })
  })
  editor.selection.set(new Set([map]))
  return board
}

test('cutting a map takes none of its notes along; pasting it shows them again', () => {
  const { editor } = open()
  const { shapes } = editor.workshop
  const [note] = shapes.placement.notesOf(journey)
  if (!note) throw new Error('Expected a note')
  const cut = cutWith(editor, editor.selection.get())
  expect([...cut]).toEqual([map])
  const copied = parseShapes(writeShapes(selectedWithContent(editor)))
  removeShapes(editor, cut)
  expect(shapes.isHidden(note.id)).toBe(true)
  addShapes(editor, withoutShownViews(editor, copied), [500, 0])
  expect(shapes.isHidden(note.id)).toBe(false)
  expect(shapes.placement.notesOf(journey).map(({ text }) => text)).toEqual(['No key'])
  expect(shapes.get(note.id)?.geometry[0]).toBeGreaterThan(500)
})

test('a map that is on a board is not pasted a second time', () => {
  const { editor } = open()
  const copied = parseShapes(writeShapes(selectedWithContent(editor)))
  expect(copied.map(({ kind }) => kind)).toEqual(['map'])
  expect(withoutShownViews(editor, copied)).toEqual([])
})

test('a picture of a map shows its notes', () => {
  const { editor } = open()
  expect(selectedAsSeen(editor).map(({ kind }) => kind)).toEqual(['map', 'note'])
})

test('duplicating a map makes the journey again, with notes of its own', () => {
  const { editor } = open()
  duplicateSelection(editor)
  const { journeys, shapes } = editor.workshop
  const [first, second] = journeys.all('journeys')
  if (!first || !second) throw new Error('Expected two journeys')
  expect(shapes.placement.notesOf(second.id).map(({ text }) => text)).toEqual(['No key'])
  expect(shapes.placement.notesOf(first.id).map(({ text }) => text)).toEqual(['No key'])
  expect(shapes.placement.mapOf(second.id)).toBeDefined()
  editor.workshop.history.undo()
  expect(journeys.all('journeys')).toHaveLength(1)
})

test('what a workshop begins with is not undone', () => {
  const { editor } = open()
  const { history, journeys } = editor.workshop
  history.forget()
  expect(history.state.get()).toMatchObject({ canUndo: false, canRedo: false })
  history.undo()
  expect(journeys.all('journeys')).toHaveLength(1)
  editor.workshop.change((change) => change.set('journeys', journey, { name: 'Traveller' }))
  history.undo()
  expect(journeys.get('journeys', journey)?.name).toBe('Guest')
})

test('a copy of a board holds none of the notes of a journey, whose map is on no board either', () => {
  const { editor } = open()
  const { shapes } = editor.workshop
  const [note] = shapes.placement.notesOf(journey)
  editor.selection.set(new Set(note ? [note.id] : []))
  stampSelection(editor)
  removeShapes(editor, [map])
  const copy = duplicateBoard(editor, FIRST_BOARD, 'Copy')
  expect(shapes.placement.notesOf(journey)).toHaveLength(1)
  expect(copy && shapes.all(copy)).toEqual([])
})

test('a note in a cell is duplicated below itself, however often', () => {
  const { editor } = open()
  const { placement } = editor.workshop.shapes
  const [note] = placement.notesOf(journey)
  if (!note) throw new Error('Expected a note')
  editor.selection.set(new Set([note.id]))
  for (let time = 0; time < 4; time++) duplicateSelection(editor)
  const notes = placement.notesOf(journey)
  expect(notes.map(({ cell }) => cell?.lane)).toEqual(notes.map(() => note.cell?.lane))
  expect(notes).toHaveLength(5)
})
