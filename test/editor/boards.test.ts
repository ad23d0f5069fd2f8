import { expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  addBoard,
  deleteBoard,
  duplicateBoard,
  placeBoard,
  renameBoard,
  showNeighbour,
} from '../../renderer/editor/commands/boards.ts'
import { deleteSelection } from '../../renderer/editor/commands/deleteSelection.ts'
import { moveShapes } from '../../renderer/editor/commands/moveShapes.ts'
import { setText } from '../../renderer/editor/commands/setText.ts'
import { FIRST_BOARD, type BoardId } from '../../shared/model/ids.ts'
import { textOf } from '../../shared/model/shape.ts'
import { openWorkshop } from '../../shared/model/workshop.ts'
import { TestEditor } from '../support/testEditor.ts'

function added(t: TestEditor): BoardId {
  const id = addBoard(t.editor)
  if (!id) throw new Error('Expected a board')
  return id
}

const idsOf = (t: TestEditor) => t.editor.workshop.boards.all().map(({ id }) => id)
const history = (t: TestEditor) => t.editor.workshop.history

test('a new board comes last, empty, and is shown', () => {
  const t = new TestEditor()
  t.note([0, 0])
  const second = added(t)
  expect(idsOf(t)).toEqual([FIRST_BOARD, second])
  expect([t.editor.board.get(), t.shapes()]).toEqual([second, []])
  expect(t.editor.workshop.boards.all().map(({ number }) => number)).toEqual([1, 2])
  history(t).undo()
  expect([idsOf(t), t.editor.board.get()]).toEqual([[FIRST_BOARD], FIRST_BOARD])
  history(t).redo()
  expect([idsOf(t), t.editor.board.get()]).toEqual([[FIRST_BOARD, second], second])
})

test('each board keeps its camera, and nothing stays selected on the way', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  t.editor.camera.set({ x: 11, y: 22, zoom: 2 })
  t.editor.selection.set(new Set([note]))
  t.editor.editing.set(note)
  added(t)
  expect([t.selected(), t.editor.editing.get()]).toEqual([[], null])
  t.editor.camera.set({ x: 5, y: 5, zoom: 0.5 })
  showNeighbour(t.editor, 1)
  expect(t.editor.camera.get()).toEqual({ x: 11, y: 22, zoom: 2 })
  showNeighbour(t.editor, -1)
  expect(t.editor.camera.get()).toEqual({ x: 5, y: 5, zoom: 0.5 })
})

test('a gesture that was under way when the board changed did not happen', () => {
  const t = new TestEditor()
  const note = t.note([100, 100])
  added(t)
  t.editor.showBoard(FIRST_BOARD)
  t.editor.camera.set({ x: 0, y: 0, zoom: 1 })
  t.down([100, 100]).move([200, 200]).move([300, 300])
  expect(t.editor.preview.get()).not.toBeNull()
  showNeighbour(t.editor, 1)
  expect([t.editor.preview.get(), t.editor.path()]).toEqual([null, 'select.idle'])
  t.up([300, 300]).expectMiddle(note, [100, 100])
})

test('a copy of a board has copies of everything on it, and lies beside it', () => {
  const t = new TestEditor()
  const note = t.note([0, 0], 'hello')
  const second = added(t)
  const copy = duplicateBoard(t.editor, FIRST_BOARD, 'Guests (copy)')
  expect(idsOf(t)).toEqual([FIRST_BOARD, copy, second])
  expect(t.editor.board.get()).toBe(copy)
  expect(t.shapes().map(textOf)).toEqual(['hello'])
  expect(t.shapes()[0]?.id).not.toBe(note)
  history(t).undo()
  expect(idsOf(t)).toEqual([FIRST_BOARD, second])
})

test('boards are renamed and moved, one undo step each', () => {
  const t = new TestEditor()
  const second = added(t)
  const third = added(t)
  renameBoard(t.editor, second, '  Hosts ')
  placeBoard(t.editor, third, 0)
  expect(idsOf(t)).toEqual([third, FIRST_BOARD, second])
  expect(t.editor.workshop.boards.get(second)?.name).toBe('Hosts')
  history(t).undo()
  expect(idsOf(t)).toEqual([FIRST_BOARD, second, third])
  history(t).undo()
  expect(t.editor.workshop.boards.get(second)?.name).toBe('')
})

test('a deleted board makes room for the next one, and undo brings it back and shows it', () => {
  const t = new TestEditor()
  const second = added(t)
  const third = added(t)
  t.editor.showBoard(second)
  const note = t.note([0, 0], 'kept')
  t.editor.camera.set({ x: 7, y: 7, zoom: 1 })
  deleteBoard(t.editor, second)
  expect(t.editor.board.get()).toBe(third)
  history(t).undo()
  expect([t.editor.board.get(), textOf(t.shape(note))]).toEqual([second, 'kept'])
  expect(t.editor.camera.get()).toEqual({ x: 7, y: 7, zoom: 1 })
})

test('the last board that is deleted leaves an empty one', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  deleteBoard(t.editor, FIRST_BOARD)
  expect([idsOf(t), t.shapes()]).toEqual([[FIRST_BOARD], []])
  t.note([0, 0], 'goes on')
  history(t).undo()
  history(t).undo()
  history(t).undo()
  expect(t.shape(note)).toBeDefined()
})

test('who looks at a board that somebody else removes sees another one', () => {
  const t = new TestEditor()
  const second = added(t)
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(t.doc))
  openWorkshop(other).change((change) => change.removeBoard(second))
  Y.applyUpdate(t.doc, Y.encodeStateAsUpdate(other), 'peer')
  expect(t.editor.board.get()).toBe(FIRST_BOARD)
})

test('undoing what was done on another board goes there and shows it', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  t.editor.selection.set(new Set([note]))
  moveShapes(t.editor, [note], [9000, 0])
  added(t)
  moveShapes(t.editor, [t.note([0, 0])], [1, 1])
  t.editor.showBoard(FIRST_BOARD)
  t.editor.camera.set({ x: -600, y: -400, zoom: 1 })
  added(t)
  for (let i = 0; i < 4; i++) history(t).undo()
  expect([t.editor.board.get(), t.selected()]).toEqual([FIRST_BOARD, []])
  history(t).undo()
  expect([t.editor.board.get(), t.selected()]).toEqual([FIRST_BOARD, [note]])
  t.expectMiddle(note, [0, 0])
  history(t).redo()
  t.expectMiddle(note, [9000, 0])
  const { x } = t.editor.camera.get()
  expect(x + 1200).toBeGreaterThan(9100)
  expect(x).toBeLessThan(8900)
})

test('undo selects what was selected, redo what it changed', () => {
  const t = new TestEditor()
  const [a, b] = [t.note([0, 0]), t.note([300, 0])]
  t.editor.selection.set(new Set([a, b]))
  deleteSelection(t.editor)
  history(t).undo()
  expect(new Set(t.selected())).toEqual(new Set([a, b]))
  t.editor.selection.set(new Set())
  history(t).undo()
  history(t).redo()
  expect(t.selected()).toEqual([b])
})

test('what others do between an undo and a redo takes neither away', () => {
  const t = new TestEditor()
  const note = t.note([0, 0], 'mine')
  setText(t.editor, note, 'mine too')
  history(t).undo()
  const other = new Y.Doc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(t.doc))
  openWorkshop(other).change((change) => change.update(note, { style: { color: 'pink' } }))
  Y.applyUpdate(t.doc, Y.encodeStateAsUpdate(other), 'peer')
  expect(history(t).state.get().canRedo).toBe(true)
  history(t).redo()
  expect(t.shape(note)).toMatchObject({ text: 'mine too', style: { color: 'pink' } })
  history(t).undo()
  history(t).undo()
  history(t).undo()
  expect(t.shapes()).toEqual([])
  for (let i = 0; i < 3; i++) history(t).redo()
  expect(textOf(t.shape(note))).toBe('mine too')
})

test('a step is undone even where a later one, whose redo was given up, touched the same thing', () => {
  const t = new TestEditor()
  const note = t.note([0, 0])
  deleteBoard(t.editor, FIRST_BOARD)
  renameBoard(t.editor, FIRST_BOARD, 'again')
  history(t).undo()
  added(t)
  history(t).undo()
  history(t).undo()
  expect(t.shape(note)).toBeDefined()
  expect(t.doc.getMap('boards').size).toBe(1)
})

test('in a workshop that is read-only boards are looked at and nothing more', () => {
  const t = new TestEditor({ readOnly: true })
  expect(addBoard(t.editor)).toBeUndefined()
  duplicateBoard(t.editor, FIRST_BOARD, 'x')
  renameBoard(t.editor, FIRST_BOARD, 'x')
  deleteBoard(t.editor, FIRST_BOARD)
  placeBoard(t.editor, FIRST_BOARD, 1)
  expect(t.editor.workshop.boards.all()).toMatchObject([{ id: FIRST_BOARD, name: '' }])
})
