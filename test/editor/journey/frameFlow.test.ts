import { beforeEach, expect, test } from 'vitest'
import { chooseChannel, chooseTeam } from '../../../renderer/editor/journey/channelCommands.ts'
import { chooseBeside, moveChosen, openChosen } from '../../../renderer/editor/journey/chosenCommands.ts'
import { chooseStep } from '../../../renderer/editor/journey/frameCommands.ts'
import { goOn, goToText } from '../../../renderer/editor/journey/partFlow.ts'
import { setPartText } from '../../../renderer/editor/journey/partTexts.ts'
import { enterView } from '../../../renderer/editor/journey/walkFrames.ts'
import type { OpenPart } from '../../../renderer/editor/openPart.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { captionsOf, storyOn, STORYBOARD } from '../../support/storyOn.ts'
import { TestEditor } from '../../support/testEditor.ts'

let t: TestEditor
const id = (name: string): StepId => name as StepId
const open = (): OpenPart => {
  const now = t.editor.openPart.get()
  if (!now) throw new Error('Expected something to be open')
  return now
}
const chosen = () => {
  const now = t.editor.chosen.get()
  return now?.kind === 'steps' ? now.ids : now
}
const stepOf = (name: string) => t.editor.workshop.journeys.get('steps', id(name))

beforeEach(() => {
  t = new TestEditor()
  storyOn(t, { guest: { book: ['one', 'two'], stay: ['three'] }, host: { book: ['five'], stay: ['six'] } })
})

test('Enter on a chosen frame opens its caption, and Enter there leads on: to new frames at the end', () => {
  chooseStep(t.editor, id('two'))
  openChosen(t.editor)
  expect(open()).toMatchObject({ id: 'two', part: 'caption' })
  goOn(t.editor, open())
  expect(open()).toMatchObject({ id: 'three', part: 'caption' })
  expect(chosen()).toEqual(['three'])
  goOn(t.editor, open())
  setPartText(t.editor, open(), 'four')
  expect(captionsOf(t, 'guest')).toEqual(['one', 'two', 'three', 'four'])
  goOn(t.editor, open())
  expect(captionsOf(t, 'guest')).toEqual(['one', 'two', 'three', 'four', ''])
  // With nothing typed, Enter ends it.
  goOn(t.editor, open())
  expect(t.editor.openPart.get()).toBeNull()
  expect(captionsOf(t, 'guest')).toHaveLength(5)
})

test('Tab goes through the texts of a frame and on to the next, and back', () => {
  t.editor.openPart.set({ view: STORYBOARD, kind: 'step', id: id('one'), part: 'title' })
  const seen = ['title']
  for (let press = 0; press < 4; press++) {
    goToText(t.editor, open(), 1)
    const now = open()
    seen.push(now.kind === 'step' ? now.part : now.kind)
  }
  expect(seen).toEqual(['title', 'caption', 'today', 'place', 'title'])
  expect(open()).toMatchObject({ id: 'two' })
  goToText(t.editor, open(), -1)
  expect(open()).toMatchObject({ id: 'one', part: 'place' })
})

test('a text that is typed in bursts is undone burst by burst', () => {
  const part: OpenPart = { view: STORYBOARD, kind: 'step', id: id('one'), part: 'caption' }
  const [first, second] = [{}, {}]
  setPartText(t.editor, part, 'o', first)
  setPartText(t.editor, part, 'on time', first)
  setPartText(t.editor, part, 'on time, all of them', second)
  t.editor.workshop.history.undo()
  expect(stepOf('one')?.caption).toBe('on time')
  t.editor.workshop.history.undo()
  expect(stepOf('one')?.caption).toBe('one')
})

test('arrows go from frame to frame, and between tracks to the same place of the same stage', () => {
  chooseStep(t.editor, id('two'))
  chooseBeside(t.editor, [1, 0], false)
  expect(chosen()).toEqual(['three'])
  chooseBeside(t.editor, [0, 1], false)
  expect(chosen()).toEqual(['six'])
  chooseBeside(t.editor, [-1, 0], false)
  expect(chosen()).toEqual(['five'])
  chooseBeside(t.editor, [0, -1], false)
  expect(chosen()).toEqual(['one'])
  chooseBeside(t.editor, [1, 0], true)
  expect(chosen()).toEqual(['one', 'two'])
})

test('where the story goes to the left, so do the arrows', () => {
  t = new TestEditor()
  storyOn(t, { guest: { book: ['one', 'two'] } }, 'rtl')
  chooseStep(t.editor, id('one'))
  chooseBeside(t.editor, [-1, 0], false)
  expect(chosen()).toEqual(['two'])
  moveChosen(t.editor, [1, 0])
  expect(captionsOf(t, 'guest')).toEqual(['two', 'one'])
})

test('with Alt, arrows up and down make a frame feel better or worse', () => {
  chooseStep(t.editor, id('one'))
  moveChosen(t.editor, [0, -1])
  expect(stepOf('one')?.emotion).toBe(1)
  moveChosen(t.editor, [0, 1])
  moveChosen(t.editor, [0, 1])
  expect(stepOf('one')?.emotion).toBe(-1)
})

test('a selected storyboard is entered at its first frame', () => {
  t.editor.selection.set(new Set([STORYBOARD]))
  expect(enterView(t.editor)).toBe(true)
  expect(chosen()).toEqual(['one'])
  expect(t.selected()).toEqual([])
})

test('a channel everybody knows is made one of the workshop once, a new one and a new team by their names', () => {
  const { journeys } = t.editor.workshop
  chooseChannel(t.editor, [id('one')], { stock: 'chat' })
  chooseChannel(t.editor, [id('two')], { stock: 'chat' })
  expect(journeys.all('channels')).toHaveLength(1)
  expect(stepOf('one')?.channel).toBe(stepOf('two')?.channel)
  chooseChannel(t.editor, [id('two'), id('three')], { name: ' Pigeon ' })
  expect(journeys.get('channels', stepOf('three')?.channel)?.name).toBe('Pigeon')
  chooseTeam(t.editor, [id('one')], { name: 'Sales' })
  chooseTeam(t.editor, [id('two')], { name: 'Sales' })
  expect(journeys.all('teams').map(({ name }) => name)).toEqual(['Sales'])
  t.editor.workshop.history.undo()
  expect(stepOf('two')?.team).toBeUndefined()
  chooseChannel(t.editor, [id('one')], undefined)
  expect(stepOf('one')?.channel).toBeUndefined()
})
