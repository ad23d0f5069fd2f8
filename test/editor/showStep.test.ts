import { expect, test } from 'vitest'
import { toScreen } from '../../renderer/editor/camera.ts'
import { showStep } from '../../renderer/editor/journey/showStep.ts'
import type { JourneyId, StageId, StepId, StoryId } from '../../shared/journey/ids.ts'
import { FIRST_BOARD, newShapeId, type BoardId } from '../../shared/model/ids.ts'
import { TestEditor } from '../support/testEditor.ts'

test('a step is shown and chosen, on whatever board its map is', () => {
  const { editor } = new TestEditor()
  const [journey, story, other] = ['guest' as JourneyId, 'story' as StoryId, 'other' as BoardId]
  editor.workshop.change((change) => {
    change.addBoard({ id: other, name: '', order: 'a1', number: 2 })
    change.put('journeys', { id: journey, order: 'a0', name: '', story, kind: 'current', direction: 'ltr' })
    change.put('stages', { id: 's' as StageId, order: 'a0', story, name: '' })
    for (let index = 0; index < 30; index++)
      change.put('steps', {
        id: `step${index}` as StepId,
        order: `a${String.fromCharCode(65 + index)}`,
        journey,
        stage: 's' as StageId,
        title: '',
        caption: '',
        today: '',
        place: '',
        feelings: {},
        votes: 0,
        origins: [`step${index}` as StepId],
      })
    change.add({
      id: newShapeId(),
      kind: 'map',
      board: other,
      order: 'a0',
      geometry: [0, 0, 1, 1, 0],
      journey,
    })
  })
  expect(editor.board.get()).toBe(FIRST_BOARD)
  showStep(editor, 'step29' as StepId)
  expect(editor.board.get()).toBe(other)
  expect(editor.chosen.get()).toEqual({ kind: 'steps', ids: ['step29'] })
  const map = editor.workshop.shapes.all(other)[0]
  const width = map?.geometry[2] ?? 0
  const [right] = toScreen(editor.camera.get(), [width, 0])
  expect(right).toBeLessThanOrEqual(editor.viewport.get().w)
  expect(right).toBeGreaterThan(editor.viewport.get().w - 200)
})
