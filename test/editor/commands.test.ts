import { expect, test } from 'vitest'
import { addNotes } from '../../renderer/editor/commands/addNotes.ts'
import { addShapes } from '../../renderer/editor/commands/addShapes.ts'
import { duplicateSelection } from '../../renderer/editor/commands/duplicate.ts'
import { createNoteBeside, createNoteHere } from '../../renderer/editor/commands/createNote.ts'
import { deleteSelection } from '../../renderer/editor/commands/deleteSelection.ts'
import { fitAll, zoomBy } from '../../renderer/editor/commands/lookAt.ts'
import { recolorNotes } from '../../renderer/editor/commands/recolorNotes.ts'
import { selectAll } from '../../renderer/editor/commands/selectAll.ts'
import { setText } from '../../renderer/editor/commands/setText.ts'
import { parseShapes, writeShapes } from '../../renderer/editor/copiedShapes.ts'
import { toScreen, zoomAbout } from '../../renderer/editor/camera.ts'
import { createNudge } from '../../renderer/editor/nudge.ts'
import { typeWhole } from '../support/typeWhole.ts'
import { MOST_TEXT, textOf } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

test('zooming keeps the point under the pointer where it is', () => {
  const camera = { x: 31, y: -17, zoom: 0.8 }
  const at = [420, 333] as const
  const next = zoomAbout(camera, at, 2.5)
  const page = [camera.x + at[0] / camera.zoom, camera.y + at[1] / camera.zoom] as const
  expect(toScreen(next, page).map(Math.round)).toEqual(at)
})

test('zoom stays within its limits', () => {
  expect(zoomAbout({ x: 0, y: 0, zoom: 1 }, [0, 0], 1000).zoom).toBe(8)
  expect(zoomAbout({ x: 0, y: 0, zoom: 1 }, [0, 0], 0).zoom).toBe(0.02)
})

test('fit shows every note', () => {
  const t = new TestEditor()
  t.note([-3000, 0])
  t.note([5000, 2000])
  fitAll(t.editor)
  const { w, h } = t.editor.viewport.get()
  for (const point of [
    [-3100, -100],
    [5100, 2100],
  ] as const) {
    const [x, y] = toScreen(t.editor.camera.get(), point)
    expect(x >= 0 && x <= w && y >= 0 && y <= h).toBe(true)
  }
})

test('zoom buttons go through round steps', () => {
  const t = new TestEditor()
  zoomBy(t.editor, 1)
  expect(t.editor.camera.get().zoom).toBe(1.5)
  zoomBy(t.editor, -1)
  zoomBy(t.editor, -1)
  expect(t.editor.camera.get().zoom).toBe(0.75)
})

test('text makes a note grow, and shrink again', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  setText(t.editor, note, 'word '.repeat(200).trim())
  expect(t.noteShape(note).grow).toBeGreaterThan(100)
  setText(t.editor, note, 'short')
  expect(t.noteShape(note).grow).toBe(0)
})

test('a burst of typing is one undo step, a pause begins another', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  let now = 0
  const typing = typeWhole(t.editor, note, () => now)
  for (const text of ['a', 'ab', 'abc']) {
    now += 100
    typing(text)
  }
  now += 5000
  typing('abc d')
  const { history } = t.editor.workshop
  history.undo()
  expect(t.noteShape(note).text).toBe('abc')
  history.undo()
  expect(t.noteShape(note).text).toBe('')
  history.redo()
  history.redo()
  expect(t.noteShape(note).text).toBe('abc d')
})

test('text beyond the longest is cut, never through an emoji', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  setText(t.editor, note, `${'a'.repeat(MOST_TEXT - 1)}😀`)
  expect(t.noteShape(note).text).toBe('a'.repeat(MOST_TEXT - 1))
})

test('the next note lies beside this one, on a free place, in its colour', () => {
  const t = new TestEditor()
  const first = t.note([0, 0])
  t.editor.selection.set(new Set([first]))
  recolorNotes(t.editor, 'pink')
  t.note([220, 0])
  const next = createNoteBeside(t.editor, first, 'ltr')
  expect(next && t.shape(next).geometry[0]).toBe(340)
  expect(next && t.noteShape(next).style.color).toBe('pink')
  const before = createNoteBeside(t.editor, first, 'rtl')
  expect(before && t.shape(before).geometry[0]).toBe(-320)
})

test('notes made on the same spot do not hide each other', () => {
  const t = new TestEditor()
  createNoteHere(t.editor)
  createNoteHere(t.editor)
  const [a, b] = t.shapes()
  expect(a?.geometry).not.toEqual(b?.geometry)
})

test('duplicates lie on top and are selected; deleting them is undone in one step', () => {
  const t = new TestEditor()
  t.note([0, 0], 'one')
  t.note([300, 0], 'two')
  selectAll(t.editor)
  duplicateSelection(t.editor)
  expect(t.texts()).toEqual(['one', 'two', 'one', 'two'])
  expect(t.selected()).toEqual(
    t
      .shapes()
      .slice(2)
      .map(({ id }) => id),
  )
  expect(deleteSelection(t.editor)).toBe(2)
  expect(t.shapes()).toHaveLength(2)
  t.editor.workshop.history.undo()
  expect(t.shapes()).toHaveLength(4)
})

test('colours change what is selected and the next note', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  t.editor.selection.set(new Set([note]))
  recolorNotes(t.editor, 'teal')
  expect(t.noteShape(note).style.color).toBe('teal')
  expect(t.noteShape(t.note([400, 0])).style.color).toBe('teal')
})

test('pasted notes stand in a grid, with gaps where cells are empty, as one undo step', async () => {
  const t = new TestEditor()
  const texts = ['a', 'b', '', 'd', 'e', 'f']
  const count = await addNotes(
    t.editor,
    texts.map((text) => ({ text })),
    [0, 0],
    { columns: 3 },
  )
  expect(count).toBe(5)
  expect(t.shapes().map((shape) => [textOf(shape), shape.geometry[0], shape.geometry[1]])).toEqual([
    ['a', -320, -210],
    ['b', -100, -210],
    ['d', -320, 10],
    ['e', -100, 10],
    ['f', 120, 10],
  ])
  t.editor.workshop.history.undo()
  expect(t.shapes()).toHaveLength(0)
})

test('adding many notes can be stopped, and then none was added', async () => {
  const t = new TestEditor()
  const stop = new AbortController()
  const notes = Array.from({ length: 20_000 }, (_, index) => ({ text: `note ${index} `.repeat(30) }))
  const count = await addNotes(t.editor, notes, [0, 0], {
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  expect([count, t.shapes().length]).toEqual([0, 0])
})

test('copied notes come back as they were; what is no note is left out', () => {
  const t = new TestEditor()
  t.note([0, 0], 'سلام')
  const copied = parseShapes(writeShapes(t.shapes()))
  addShapes(t.editor, copied, [50, 50])
  expect(t.texts()).toEqual(['سلام', 'سلام'])
  expect(parseShapes('not json')).toEqual([])
  expect(parseShapes('{"v":1,"shapes":[{"kind":"note","geometry":[0,0,1e99,1,0]}]}')).toEqual([])
})

test('nudges in quick succession are one undo step', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  t.editor.selection.set(new Set([note]))
  let now = 0
  const nudge = createNudge(t.editor, () => now)
  nudge([1, 0])
  now += 50
  nudge([1, 0])
  now += 2000
  nudge([0, 10])
  t.expectMiddle(note, [2, 10])
  t.editor.workshop.history.undo()
  t.expectMiddle(note, [2, 0])
  t.editor.workshop.history.undo()
  t.expectMiddle(note, [0, 0])
})

test('what comes between two letters or two nudges is an undo step of its own', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  t.editor.selection.set(new Set([note]))
  const typing = typeWhole(t.editor, note, () => 0)
  typing('a')
  typing('ab')
  recolorNotes(t.editor, 'pink')
  typing('abc')
  const { history } = t.editor.workshop
  history.undo()
  expect(t.shape(note)).toMatchObject({ text: 'ab', style: { color: 'pink' } })
  history.undo()
  expect(t.shape(note)).toMatchObject({ text: 'ab', style: { color: 'yellow' } })
  history.undo()
  expect(t.noteShape(note).text).toBe('')
  const nudge = createNudge(t.editor, () => 0)
  nudge([5, 0])
  deleteSelection(t.editor)
  history.undo()
  t.expectMiddle(note, [5, 0])
})

test('after an undo in the middle of typing, what follows is one step again', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  const typing = typeWhole(t.editor, note, () => 0)
  typing('a')
  t.editor.workshop.history.undo()
  for (const text of ['x', 'xy', 'xyz']) typing(text)
  t.editor.workshop.history.undo()
  expect(t.noteShape(note).text).toBe('')
})

test('notes can be made on a board where somebody left orders that are none', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  t.doc.getMap<Map<string, unknown>>('shapes').get(note)?.set('order', 'x'.repeat(60))
  for (let i = 0; i < 40; i++) t.note([i * 10, 400])
  expect(t.shapes()).toHaveLength(41)
  expect(t.editor.workshop.shapes.unreadable()).toBe(0)
})

test('thousands of selected notes are deleted at once', () => {
  const t = new TestEditor()
  const [first] = [t.note([0, 0])]
  const shape = t.shape(first)
  addShapes(
    t.editor,
    Array.from({ length: 5000 }, () => shape),
  )
  expect(deleteSelection(t.editor)).toBe(5000)
  expect([t.shapes().length, t.selected().length]).toEqual([1, 0])
})
