import { expect, test } from 'vitest'
import { convertToNotes, convertToTexts } from '../../renderer/editor/commands/convertShapes.ts'
import { pileSelection } from '../../renderer/editor/commands/pileNotes.ts'
import { groupSelectedNotes, sortSelectedNotes } from '../../renderer/editor/commands/sortNotes.ts'
import { setTag, tagsInUse, cleanTag } from '../../renderer/editor/commands/tagNotes.ts'
import { linesOf } from '../../renderer/app/workshop/BulkNotesDialog.tsx'
import { newShapeId, type ShapeId } from '../../shared/model/ids.ts'
import { textOf } from '../../shared/model/shape.ts'
import { TestEditor } from '../support/testEditor.ts'

const OPTIONS = { reading: 'ltr', locale: 'en' } as const

function board() {
  const t = new TestEditor()
  const make = (x: number, text: string, color: 'yellow' | 'pink' | 'blue', author: string) => {
    t.editor.noteColor.set(color)
    t.editor.author.set(author)
    return t.note([x, 0], text)
  }
  const ids = [
    make(0, 'a', 'pink', 'Zoe'),
    make(300, 'b', 'yellow', 'Ana'),
    make(600, 'c', 'pink', ''),
    make(900, 'd', 'blue', 'Ana'),
  ] as const
  t.editor.selection.set(new Set(ids))
  return { t, ids }
}

const textsInOrder = (t: TestEditor) =>
  t
    .shapes()
    .filter(({ kind }) => kind === 'note')
    .toSorted((a, b) => a.geometry[1] - b.geometry[1] || a.geometry[0] - b.geometry[0])
    .map(textOf)

test('notes are sorted by colour, by author with the nameless last, and in one step', () => {
  const { t } = board()
  sortSelectedNotes(t.editor, { ...OPTIONS, key: 'color' })
  expect(textsInOrder(t)).toEqual(['b', 'a', 'c', 'd'])
  sortSelectedNotes(t.editor, { ...OPTIONS, key: 'author' })
  expect(textsInOrder(t)).toEqual(['b', 'd', 'a', 'c'])
  t.editor.workshop.history.undo()
  expect(textsInOrder(t)).toEqual(['b', 'a', 'c', 'd'])
})

test('stamps on a note are its votes, and go along with it', () => {
  const { t, ids } = board()
  const stamp = newShapeId()
  t.editor.workshop.change((change) =>
    change.add({
      id: stamp,
      kind: 'stamp',
      board: t.editor.board.get(),
      geometry: [900, 0, 40, 40, 0],
      order: 'z0',
      emoji: '👍',
      on: ids[3],
    }),
  )
  const aside = () => t.shape(stamp).geometry[0] - t.shape(ids[3]).geometry[0]
  const before = aside()
  sortSelectedNotes(t.editor, { ...OPTIONS, key: 'votes' })
  expect(textsInOrder(t)[0]).toBe('d')
  expect(aside()).toBe(before)
})

test('groups stand side by side under their titles, and one undo takes all of it back', () => {
  const { t } = board()
  const before = t.shapes().map(({ geometry }) => geometry)
  groupSelectedNotes(t.editor, { ...OPTIONS, key: 'author' }, (value) => value ?? 'Nobody')
  const titles = t.shapes().filter(({ kind }) => kind === 'text')
  expect(titles.map(textOf)).toEqual(['Ana', 'Zoe', 'Nobody'])
  const notes = t.shapes().filter(({ kind }) => kind === 'note')
  for (const note of notes) {
    const title = titles.findLast(({ geometry }) => geometry[0] <= note.geometry[0])
    expect(title && textOf(title)).toBe('author' in note ? note.author : 'Nobody')
    expect(note.geometry[1]).toBeGreaterThan((title?.geometry[1] ?? 0) + 28)
  }
  t.editor.workshop.history.undo()
  expect(t.shapes().map(({ geometry }) => geometry)).toEqual(before)
})

test('a pile lies where its topmost note lay, and every note of it can be seen', () => {
  const { t, ids } = board()
  pileSelection(t.editor)
  const corners = ids.map((id) => t.shape(id).geometry.slice(0, 2).join())
  expect(new Set(corners).size).toBe(4)
  expect(t.shape(ids[3]).geometry[0]).toBe(800)
  expect(t.shape(ids[0]).geometry[0]).toBe(800 - 24)
})

test('tags are given and taken, once each, and counted', () => {
  const { t, ids } = board()
  setTag(t.editor, 'arrival', true)
  setTag(t.editor, 'arrival', true)
  t.editor.selection.set(new Set(ids.slice(0, 1)))
  setTag(t.editor, 'key', true)
  setTag(t.editor, 'arrival', false)
  expect(t.noteShape(ids[0]).tags).toEqual(['key'])
  expect(tagsInUse(t.editor)).toEqual([
    { tag: 'arrival', count: 3 },
    { tag: 'key', count: 1 },
  ])
  expect([cleanTag('  #late   night '), cleanTag(' # ')]).toEqual(['late night', undefined])
})

test('a note becomes text and back, keeps its words and what others type in it meanwhile', () => {
  const { t, ids } = board()
  const id: ShapeId = ids[0]
  t.editor.selection.set(new Set([id]))
  convertToTexts(t.editor)
  expect(t.shape(id)).toMatchObject({ kind: 'text', text: 'a', autoWidth: true })
  expect('author' in t.shape(id)).toBe(false)
  t.editor.workshop.change((change) => change.setText(id, 'a and more'))
  convertToNotes(t.editor)
  expect(t.shape(id)).toMatchObject({ kind: 'note', text: 'a and more' })
  t.editor.workshop.history.undo()
  t.editor.workshop.history.undo()
  t.editor.workshop.history.undo()
  expect(t.shape(id)).toMatchObject({ kind: 'note', text: 'a', author: 'Zoe', style: { color: 'pink' } })
})

test('every line is a note, without the bullets of a pasted list', () => {
  expect(linesOf('- one\r\n\n 2) two\n• three\nfour - five\n')).toEqual([
    'one',
    'two',
    'three',
    'four - five',
  ])
})
