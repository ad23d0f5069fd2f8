import { beforeEach, expect, test } from 'vitest'
import type { Vec } from '../../shared/geometry/vec.ts'
import { center } from '../../shared/geometry/box.ts'
import type { JourneyId } from '../../shared/journey/ids.ts'
import type { Step } from '../../shared/journey/entities.ts'
import { captionsOf, frameBox, layoutOn, middleOf, storyOn, STORYBOARD } from '../support/storyOn.ts'
import { TestEditor } from '../support/testEditor.ts'

let t: TestEditor
const stepOf = (id: string): Step | undefined => t.editor.workshop.journeys.get('steps', id)
const chosen = () => {
  const now = t.editor.chosen.get()
  return now?.kind === 'steps' ? now.ids : now
}
const TRACKS = { guest: { book: ['one', 'two'], stay: ['three', 'four'] }, host: { book: ['five'] } }

beforeEach(() => {
  t = new TestEditor()
  storyOn(t, TRACKS)
})

test('a click chooses a frame, and what is selected is selected no more', () => {
  const note = t.note([-500, -500])
  t.editor.selection.set(new Set([note]))
  t.click(middleOf(t, 'two', 'caption'))
  expect(chosen()).toEqual(['two'])
  expect(t.selected()).toEqual([])
  t.editor.selection.set(new Set([note]))
  expect(chosen()).toBeNull()
})

test('with Ctrl a click adds a frame or takes it away, with Shift all up to it', () => {
  t.click(middleOf(t, 'one', 'caption')).click(middleOf(t, 'three', 'caption'), { mod: true })
  expect(chosen()).toEqual(['one', 'three'])
  t.click(middleOf(t, 'one', 'caption'), { mod: true })
  expect(chosen()).toEqual(['three'])
  t.click(middleOf(t, 'one', 'caption'), { shift: true })
  expect(chosen()).toEqual(['one', 'two', 'three'])
})

test('the star makes a key moment of all chosen frames, in one step', () => {
  t.click(middleOf(t, 'one', 'caption')).click(middleOf(t, 'two', 'caption'), { mod: true })
  t.click(middleOf(t, 'two', 'star'))
  expect([stepOf('one')?.key, stepOf('two')?.key]).toEqual([true, true])
  t.editor.workshop.history.undo()
  expect([stepOf('one')?.key, stepOf('two')?.key]).toEqual([undefined, undefined])
})

test('the face opens what feelings are chosen from, and a double click opens the text under it', () => {
  t.click(middleOf(t, 'one', 'face'))
  expect(t.editor.openPart.get()).toEqual({ view: STORYBOARD, kind: 'step', id: 'one', part: 'emotion' })
  t.doubleClick(middleOf(t, 'two', 'today'))
  expect(t.editor.openPart.get()).toMatchObject({ id: 'two', part: 'today' })
  t.doubleClick(middleOf(t, 'two', 'title'))
  expect(t.editor.openPart.get()).toMatchObject({ id: 'two', part: 'title' })
  const [stage] = layoutOn(t).stages
  t.doubleClick(center(stage?.box ?? frameBox(t, 'one')))
  expect(t.editor.openPart.get()).toMatchObject({ kind: 'stage', id: 'book' })
  t.doubleClick([60, 20])
  expect(t.editor.openPart.get()).toMatchObject({ kind: 'journey', id: 'guest', at: 'title' })
})

test('a text that is still empty is typed by a click once its frame is chosen', () => {
  t.click(middleOf(t, 'two', 'today'))
  expect(t.editor.openPart.get()).toBeNull()
  t.click(middleOf(t, 'two', 'caption'))
  expect(t.editor.openPart.get()).toBeNull()
  t.click(middleOf(t, 'two', 'today'))
  expect(t.editor.openPart.get()).toMatchObject({ id: 'two', part: 'today' })
})

test.each(['ltr', 'rtl'] as const)('a frame is dragged to another place in its track, %s', (direction) => {
  t = new TestEditor()
  storyOn(t, TRACKS, direction)
  t.drag(middleOf(t, 'one', 'title'), middleOf(t, 'four', 'title'))
  expect(captionsOf(t, 'guest')).toEqual(['two', 'three', 'one', 'four'])
  expect(stepOf('one')?.stage).toBe('stay')
  t.editor.workshop.history.undo()
  expect(captionsOf(t, 'guest')).toEqual(['one', 'two', 'three', 'four'])
})

test('a frame that is dragged over another track stays in its own', () => {
  t.drag(middleOf(t, 'one', 'title'), middleOf(t, 'five', 'caption'))
  expect(captionsOf(t, 'host')).toEqual(['five'])
  expect(captionsOf(t, 'guest')).toEqual(['one', 'two', 'three', 'four'])
})

test('while frames are dragged nothing is written, and giving up leaves all as it was', () => {
  const [from, to] = [middleOf(t, 'two', 'caption'), middleOf(t, 'four', 'title')]
  let writes = 0
  t.doc.on('update', () => writes++)
  t.down(from).move(to).move(to)
  expect(t.editor.frameDrag.get()).toMatchObject({ ids: ['two'], spot: { stage: 'stay', before: 'four' } })
  t.escape().up(to)
  expect(t.editor.frameDrag.get()).toBeNull()
  expect(writes).toBe(0)
})

test('several chosen frames go together', () => {
  t.click(middleOf(t, 'one', 'caption')).click(middleOf(t, 'two', 'caption'), { shift: true })
  const end = layoutOn(t).rows[0]?.ends.find(({ stage }) => stage.id === 'stay')
  t.drag(middleOf(t, 'one', 'caption'), center(end?.box ?? frameBox(t, 'one')))
  expect(captionsOf(t, 'guest')).toEqual(['three', 'four', 'one', 'two'])
})

test('the places at the ends of stages, of the story and of its tracks add what is missing', () => {
  const layout = layoutOn(t)
  const end = layout.rows[1]?.ends.find(({ stage }) => stage.id === 'stay')
  t.click(center(end?.box ?? frameBox(t, 'one')))
  const [, added] = t.editor.workshop.journeys.stepsOf('host' as JourneyId)
  expect(added?.stage).toBe('stay')
  expect(t.editor.openPart.get()).toMatchObject({ id: added?.id, part: 'caption' })
  t.click(center(layoutOn(t).nextStage))
  expect(layoutOn(t).stages).toHaveLength(3)
  expect(t.editor.openPart.get()).toMatchObject({ kind: 'stage' })
  t.click(center(layoutOn(t).nextTrack))
  expect(layoutOn(t).rows).toHaveLength(3)
  expect(t.editor.openPart.get()).toMatchObject({ kind: 'journey', at: 'track' })
})

test('a stage is folded and unfolded at its head', () => {
  const [stage] = layoutOn(t).stages
  const { x, y, w, h } = stage?.box ?? frameBox(t, 'one')
  const fold: Vec = [x + w - h / 2, y + h / 2]
  t.click(fold)
  expect(t.editor.workshop.journeys.get('stages', 'book')?.collapsed).toBe(true)
  const folded = layoutOn(t).stages[0]?.box
  t.click(center(folded ?? frameBox(t, 'one')))
  expect(t.editor.workshop.journeys.get('stages', 'book')?.collapsed).toBeUndefined()
})

test('a rubber band that begins in a picture selects what is drawn there', () => {
  const id = t.note(middleOf(t, 'one', 'picture'))
  const { x, y, w, h } = frameBox(t, 'one', 'picture')
  t.drag([x + 5, y + 5], [x + w + 60, y + h + 60])
  expect(t.selected()).toEqual([id])
})

test('whoever may only read can choose, and changes nothing', () => {
  t = new TestEditor({ readOnly: true })
  t.editor.workshop.change((change) =>
    change.addBoard({ id: 'b' as never, name: '', order: 'a9', number: 9 }),
  )
  storyOn(t, TRACKS)
  t.click(middleOf(t, 'one', 'star'))
  t.drag(middleOf(t, 'one', 'title'), middleOf(t, 'four', 'title'))
  expect(stepOf('one')?.key).toBeUndefined()
  expect(captionsOf(t, 'guest')).toEqual(['one', 'two', 'three', 'four'])
})
