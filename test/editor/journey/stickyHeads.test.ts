import { expect, test } from 'vitest'
import { duplicateBoard } from '../../../renderer/editor/commands/boards.ts'
import { stuckHeads } from '../../../renderer/editor/journey/stickyHeads.ts'
import { MAP } from '../../../shared/journey/mapLayout.ts'
import { MapEditor } from '../../support/mapEditor.ts'

/** The map with its first columns and heads out of view. */
function scrolled(): MapEditor {
  const t = new MapEditor()
  t.editor.viewport.set({ w: 1200, h: 800 })
  t.editor.camera.set({ x: 1250, y: 640, zoom: 1 })
  return t
}

test('heads stay at the edge of the view as long as the map is seen', () => {
  const t = scrolled()
  expect(stuckHeads(t.editor, t.map())).toEqual({ dx: 250, dy: 700 - 500 - MAP.title })
  t.editor.camera.set({ x: 900, y: 400, zoom: 1 })
  expect(stuckHeads(t.editor, t.map())).toBeUndefined()
  t.editor.camera.set({ x: 1250, y: 640, zoom: 0.2 })
  expect(stuckHeads(t.editor, t.map())).toBeUndefined()
})

test('what is clicked there is what is seen there, not what lies below', () => {
  const t = scrolled()
  const card = t.card('two', 'action')
  const [x] = t.middle(card)
  t.click([x - 1250, 60 + MAP.stageHead + 60])
  expect(t.editor.chosen.get()).toEqual({ kind: 'steps', ids: ['two'] })
  const lane = t.map().layout.lanes[1]
  t.click([80, 500 + (lane?.y ?? 0) + 60 - 640])
  expect(t.editor.chosen.get()).toEqual({ kind: 'lane', id: 'pain' })
})

test('the names of lanes stay on the right where time goes to the left', () => {
  const t = scrolled()
  t.editor.workshop.change((change) => change.set('journeys', t.journey, { direction: 'rtl' }))
  t.editor.camera.set({ x: 200, y: 300, zoom: 1 })
  const { w } = t.map().layout
  expect(stuckHeads(t.editor, t.map())).toEqual({
    dx: -Math.min(1000 + w - 1400, w - MAP.laneHead - MAP.end),
    dy: 0,
  })
})

test('a copy of a board has neither its map nor the notes of the journey again', () => {
  const t = new MapEditor()
  t.card('one', 'pain')
  t.note([200, 200], 'free')
  duplicateBoard(t.editor, t.editor.board.get(), 'Copy')
  expect(t.texts()).toEqual(['free'])
  expect(t.cellCards('one', 'pain')).toHaveLength(1)
})
