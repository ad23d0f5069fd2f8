import { expect, test } from 'vitest'
import { addCellNote } from '../../renderer/editor/journey/addCellNote.ts'
import type { JourneyId, StageId, StepId, StoryId } from '../../shared/journey/ids.ts'
import { FIRST_BOARD, newShapeId } from '../../shared/model/ids.ts'
import { TestEditor } from '../support/testEditor.ts'

const journey = 'guest' as JourneyId
const story = 'story' as StoryId
const step = 'arrive' as StepId

function withMap(): TestEditor {
  const board = new TestEditor()
  board.editor.workshop.change((change) => {
    change.put('journeys', { id: journey, order: 'a0', name: '', story, kind: 'current', direction: 'ltr' })
    change.put('stages', { id: 's' as StageId, order: 'a0', story, name: '' })
    change.put('steps', {
      id: step,
      order: 'a0',
      journey,
      stage: 's' as StageId,
      title: 'Arrive',
      caption: '',
      today: '',
      place: '',
      feelings: {},
      votes: 0,
      origins: [step],
    })
    change.add({
      id: newShapeId(),
      kind: 'map',
      board: FIRST_BOARD,
      order: 'a0',
      geometry: [100, 100, 1, 1, 0],
      journey,
    })
  })
  return board
}

test('a note of a role comes into the lane of that role, which is made once if there is none', () => {
  const { editor } = withMap()
  const { workshop } = editor
  const first = { journey, step, role: 'pain', text: 'No key', order: 'a1' } as const
  workshop.change((change) => {
    addCellNote(editor, change, first)
    addCellNote(editor, change, { ...first, text: 'No light', order: 'a2' })
  })
  expect(workshop.journeys.lanesOf(journey).map(({ kind }) => kind)).toEqual(['pain'])
  const notes = workshop.shapes.placement.notesOf(journey)
  expect(notes.map(({ text, style }) => [text, style.color])).toEqual([
    ['No key', 'pink'],
    ['No light', 'pink'],
  ])
  expect(notes.map(({ id }) => workshop.shapes.isHidden(id))).toEqual([false, false])
  workshop.history.undo()
  expect(workshop.journeys.lanesOf(journey)).toEqual([])
  expect(workshop.shapes.placement.notesOf(journey)).toEqual([])
})

test('a note without a step lies in the tray of its journey', () => {
  const { editor } = withMap()
  const { workshop } = editor
  workshop.change((change) =>
    addCellNote(editor, change, { journey, step: undefined, role: 'opportunity', text: 'Door code' }),
  )
  const map = workshop.shapes.all(FIRST_BOARD).find((shape) => shape.kind === 'map')
  expect(map?.layout?.tray?.count).toBe(1)
})
