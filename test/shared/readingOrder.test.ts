import { expect, test } from 'vitest'
import type { BoardId, ShapeId } from '../../shared/model/ids.ts'
import { readingOrder, type ReadingDirection } from '../../shared/model/readingOrder.ts'
import type { Geometry, Note, Section, Shape } from '../../shared/model/shape.ts'

const base = (id: string, [x, y, w, h]: readonly [number, number, number, number], section?: string) => ({
  id: id as ShapeId,
  board: 'b' as BoardId,
  geometry: [x, y, w, h, 0] as Geometry,
  order: 'a0',
  text: id,
  ...(section !== undefined && { section: section as ShapeId }),
})
const note = (id: string, x: number, y: number, section?: string, size = 200): Note => ({
  ...base(id, [x, y, size, size], section),
  kind: 'note',
  style: { color: 'yellow' },
  grow: 0,
})
const section = (id: string, x: number, y: number, within?: string, collapsed?: true): Section => ({
  ...base(id, [x, y, 1000, 1000], within),
  kind: 'section',
  style: { color: 'grey' },
  ...(collapsed && { collapsed }),
})
const read = (shapes: readonly Shape[], direction: ReadingDirection = 'ltr'): string =>
  readingOrder(shapes, direction)
    .map(({ id }) => id)
    .join(' ')

test('rows are read from the top, however unevenly their notes lie', () => {
  const board = [
    note('d', 20, 300),
    note('b', 220, 40),
    note('c', 440, -30),
    note('a', 0, 0),
    note('e', 260, 290),
  ]
  expect(read(board)).toBe('a b c d e')
})

test('in languages that are written from the right, rows are read from the right', () => {
  const board = [note('a', 440, 0), note('b', 220, 20), note('c', 0, 0), note('d', 440, 300)]
  expect(read(board, 'rtl')).toBe('a b c d')
})

test('something tall does not swallow the rows beside it', () => {
  const board = [
    note('tall', 0, 0, undefined, 900),
    note('a', 1000, 0),
    note('b', 1220, 0),
    note('c', 1000, 300),
  ]
  expect(read(board)).toBe('tall a b c')
})

test('stairs that go down are rows of their own', () => {
  const board = Array.from({ length: 6 }, (_, step) => note(`s${step}`, 600 - step * 100, step * 150))
  expect(read(board)).toBe('s0 s1 s2 s3 s4 s5')
})

test('what lies in a section is read after its title and before what lies beside it', () => {
  const board = [
    note('outside', 1100, 10),
    section('one', 0, 0),
    note('b', 300, 100, 'one'),
    note('a', 50, 100, 'one'),
    note('last', 0, 1100),
  ]
  expect(read(board)).toBe('one a b outside last')
})

test('what is folded away is not read', () => {
  const board = [
    section('one', 0, 0, undefined, true),
    note('in', 50, 100, 'one'),
    section('two', 50, 400, 'one'),
  ]
  expect(read(board)).toBe('one')
})

test('a section that is gone leaves its notes on the board', () => {
  expect(read([note('a', 0, 0, 'gone'), note('b', 300, 0)])).toBe('a b')
})

test('sections that claim to lie in each other stop nothing', () => {
  expect(read([section('one', 0, 0, 'two'), section('two', 0, 0, 'one'), note('a', 2000, 0)])).toBe('a')
})
