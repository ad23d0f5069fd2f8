import { expect, test } from 'vitest'
import type { Stamp } from '../../shared/model/shape.ts'
import { votesOf } from '../../shared/model/votes.ts'
import { stampSelection } from '../../renderer/editor/commands/addStamps.ts'
import { TestEditor } from '../support/testEditor.ts'

const stampsOf = (t: TestEditor): Stamp[] => t.shapes().filter((shape) => shape.kind === 'stamp')
function choose(t: TestEditor, stamp: string): void {
  t.editor.nextStyle.set({ ...t.editor.nextStyle.get(), stamp })
}

test('a click puts a stamp on what is there, and the tool stays', () => {
  const t = new TestEditor()
  const note = t.note([300, 300])
  t.editor.setTool('stamp')
  choose(t, '🔥')
  t.click([300, 300]).click([800, 600])
  expect(stampsOf(t).map(({ emoji, on }) => [emoji, on])).toEqual([
    ['🔥', note],
    ['🔥', undefined],
  ])
  expect(t.editor.tool.get()).toBe('stamp')
})

test('stamps are votes for what they are on', () => {
  const t = new TestEditor()
  const note = t.note([300, 300])
  t.editor.setTool('stamp')
  t.click([250, 250]).click([300, 300])
  choose(t, '🔴')
  // On top of another stamp still means the note.
  t.click([300, 300])
  expect([...votesOf(t.editor.workshop.shapes, note)]).toEqual([
    ['👍', 2],
    ['🔴', 1],
  ])
})

test('a stamp moves with what it is on', () => {
  const t = new TestEditor()
  const note = t.note([300, 300])
  t.editor.setTool('stamp')
  t.click([380, 380])
  t.editor.setTool('select')
  t.drag([250, 250], [450, 350])
  t.expectMiddle(note, [500, 400])
  const [stamp] = stampsOf(t)
  if (stamp) t.expectMiddle(stamp.id, [580, 480])
  expect(stamp?.on).toBe(note)
})

test('a stamp is put on all that is selected at once, beside those that are there', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([300, 300]), t.note([600, 300])]
  t.editor.selection.set(new Set([a, b]))
  expect(stampSelection(t.editor)).toBe(2)
  expect(stampSelection(t.editor)).toBe(2)
  const places = stampsOf(t).map(({ geometry: [x, y] }) => `${x} ${y}`)
  expect(new Set(places).size).toBe(4)
  expect(votesOf(t.editor.workshop.shapes, a).get('👍')).toBe(2)
  t.editor.workshop.history.undo()
  expect(votesOf(t.editor.workshop.shapes, b).get('👍')).toBe(1)
  expect(t.selected()).toEqual([a, b])
})

test('what is locked gets no stamps from the keyboard', () => {
  const t = new TestEditor()
  const note = t.note([300, 300])
  t.editor.workshop.change((change) => change.update(note, { locked: true }))
  t.editor.selection.set(new Set([note]))
  expect(stampSelection(t.editor)).toBe(0)
})
