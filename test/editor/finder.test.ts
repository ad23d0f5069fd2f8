import { expect, test } from 'vitest'
import { createFinder, type Finder } from '../../renderer/editor/find/finder.ts'
import type { Query } from '../../renderer/editor/find/search.ts'
import { addBoard } from '../../renderer/editor/commands/boards.ts'
import { addShapes } from '../../renderer/editor/commands/addShapes.ts'
import { setText } from '../../renderer/editor/commands/setText.ts'
import { FIRST_BOARD, type BoardId, type ShapeId } from '../../shared/model/ids.ts'
import { textOf } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

const find = (text: string, more: Partial<Query> = {}): Query => ({
  text,
  matchCase: false,
  wholeWord: false,
  ...more,
})

/** Notes on two boards; the first board is shown. */
function twoBoards() {
  const t = new TestEditor()
  const first = t.note([0, 0], 'guest arrives')
  const below = t.note([0, 400], 'Guest waits, guest leaves')
  const second = addBoard(t.editor) as BoardId
  const other = t.note([0, 0], 'a GUEST too')
  t.editor.showBoard(FIRST_BOARD)
  t.editor.camera.set({ x: -600, y: -400, zoom: 1 })
  return { t, finder: createFinder(t.editor, () => 'ltr'), first, below, second, other }
}

const shapesOf = (finder: Finder) => finder.state.get().matches.map(({ shape }) => shape)
const place = (finder: Finder) => finder.state.get().current

test('finds on all boards, as they are read, and shows the first on this board', async () => {
  const { t, finder, first, below, other } = twoBoards()
  await finder.look(find('guest'))
  expect(shapesOf(finder)).toEqual([first, below, below, other])
  expect([place(finder), t.selected()]).toEqual([0, [first]])
  expect(t.editor.found.get()).toEqual(new Set([first, below, other]))
})

test('goes round through all matches, from board to board', async () => {
  const { t, finder, first, second, other } = twoBoards()
  await finder.look(find('guest'))
  finder.go(-1)
  expect([t.editor.board.get(), t.selected()]).toEqual([second, [other]])
  finder.go(1)
  expect([t.editor.board.get(), t.selected()]).toEqual([FIRST_BOARD, [first]])
})

test('typing a query does not leave the board; asking for the next match does', async () => {
  const { t, finder, second } = twoBoards()
  await finder.look(find('too'))
  expect([t.editor.board.get(), place(finder)]).toEqual([FIRST_BOARD, -1])
  finder.go(1)
  expect([t.editor.board.get(), place(finder)]).toEqual([second, 0])
})

test('what is found comes into view, large enough to be read', async () => {
  const { t, finder } = twoBoards()
  const far = t.note([9000, 0], 'far away')
  t.editor.camera.set({ x: 0, y: 0, zoom: 0.05 })
  await finder.look(find('far'))
  const { x, zoom } = t.editor.camera.get()
  expect(t.selected()).toEqual([far])
  expect(zoom).toBeGreaterThanOrEqual(0.4)
  expect(x).toBeLessThan(8900)
  expect(x + 1200 / zoom).toBeGreaterThan(9100)
})

test('changes of the board are followed, and what was shown stays', async () => {
  const { t, finder, first, below } = twoBoards()
  await finder.look(find('guest'))
  finder.go(1)
  setText(t.editor, first, 'nobody')
  await expect.poll(() => shapesOf(finder).includes(first)).toBe(false)
  expect(finder.state.get().matches[place(finder)]).toMatchObject({ shape: below, from: 0 })
  finder.stop()
  expect(t.editor.found.get()).toEqual(new Set())
  expect(t.selected()).toEqual([below])
})

test('replaces one match and goes to the next', async () => {
  const { t, finder, first, below } = twoBoards()
  await finder.look(find('guest'))
  expect(await finder.replace('host')).toEqual({ replaced: 1, locked: 0, tooLong: 0 })
  expect(textOf(t.shape(first))).toBe('host arrives')
  expect(finder.state.get().matches[place(finder)]).toMatchObject({ shape: below, from: 0 })
  await finder.replace('the guest')
  expect(textOf(t.shape(below))).toBe('the guest waits, guest leaves')
  expect(finder.state.get().matches[place(finder)]).toMatchObject({ shape: below, from: 17 })
})

test('replaces all on all boards in one step, and keeps what is bold', async () => {
  const { t, finder, below, other } = twoBoards()
  t.editor.workshop.change((change) => change.mark(below, 0, 11, { bold: true }))
  await finder.look(find('guest'))
  expect(await finder.replaceAll('visitor')).toEqual({ replaced: 4, locked: 0, tooLong: 0 })
  expect(t.shape(below)).toMatchObject({
    text: 'visitor waits, visitor leaves',
    marks: [{ from: 0, to: 13, bold: true }],
  })
  expect(textOf(t.shape(other))).toBe('a visitor too')
  expect(finder.state.get().matches).toEqual([])
  t.editor.workshop.history.undo()
  expect(textOf(t.shape(other))).toBe('a GUEST too')
  expect(textOf(t.shape(below))).toBe('Guest waits, guest leaves')
})

test('what is locked is found and not replaced, and that is said', async () => {
  const { t, finder, first } = twoBoards()
  t.editor.workshop.change((change) => change.update(first, { locked: true }))
  await finder.look(find('guest'))
  expect(await finder.replaceAll('host')).toEqual({ replaced: 3, locked: 1, tooLong: 0 })
  expect(textOf(t.shape(first))).toBe('guest arrives')
  expect(await finder.replace('host')).toEqual({ replaced: 0, locked: 1, tooLong: 0 })
})

test('tags are found and replaced, and one that is there twice or empty goes', async () => {
  const { t, finder, first } = twoBoards()
  t.editor.workshop.change((change) => change.update(first, { tags: ['pain', 'pains', 'gain'] }))
  await finder.look(find('pain'))
  expect(finder.state.get().matches).toMatchObject([{ part: 0 }, { part: 1 }])
  await finder.look(find('pains'))
  await finder.replaceAll('gain')
  expect(t.noteShape(first).tags).toEqual(['pain', 'gain'])
})

test('descriptions of pictures and titles of sections are found', async () => {
  const { t, finder } = twoBoards()
  const base = {
    board: FIRST_BOARD,
    geometry: [0, 900, 300, 200, 0] as [number, number, number, number, number],
  }
  t.editor.workshop.change((change) => {
    change.add({
      ...base,
      id: 'img' as ShapeId,
      order: 'b0',
      kind: 'image',
      asset: '0'.repeat(64),
      natural: [300, 200],
      alt: 'A queue at the desk',
    })
  })
  await finder.look(find('QUEUE'))
  expect(finder.state.get().matches).toMatchObject([{ shape: 'img', part: 'alt', from: 2, to: 7 }])
  await finder.replaceAll('crowd')
  expect(t.shape('img' as ShapeId)).toMatchObject({ alt: 'A crowd at the desk' })
})

test('a text that would become too long stays, and that is said', async () => {
  const { t, finder, first } = twoBoards()
  setText(t.editor, first, 'x'.repeat(11_000))
  await finder.look(find('x'))
  expect(await finder.replaceAll('xx')).toEqual({ replaced: 0, locked: 0, tooLong: 11_000 })
  expect(textOf(t.shape(first))).toHaveLength(11_000)
})

test('nothing is replaced in a workshop that is read-only', async () => {
  const t = new TestEditor({ readOnly: true })
  const finder = createFinder(t.editor, () => 'ltr')
  await finder.look(find('x'))
  expect(await finder.replaceAll('y')).toEqual({ replaced: 0, locked: 0, tooLong: 0 })
})

test('ten thousand notes are searched again in no time, and a newer query wins', async () => {
  const t = new TestEditor()
  const [shape] = [t.shape(t.note([0, 0], 'the guest waits for the host at the door'))]
  addShapes(
    t.editor,
    Array.from({ length: 10_000 }, () => shape),
  )
  const finder = createFinder(t.editor, () => 'ltr')
  await Promise.all([finder.look(find('waits')), finder.look(find('nobody')), finder.look(find('host'))])
  expect(finder.state.get()).toMatchObject({ query: { text: 'host' } })
  expect(finder.state.get().matches).toHaveLength(10_001)
  const started = performance.now()
  await finder.look(find('door'))
  expect(performance.now() - started).toBeLessThan(1500)
  expect(finder.state.get().matches).toHaveLength(10_001)
})
