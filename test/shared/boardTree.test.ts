import { expect, test } from 'vitest'
import { boardTree, treeRows, wayTo, type TreeNode } from '../../shared/model/boardTree.ts'
import { FIRST_BOARD, type GroupId, type ShapeId } from '../../shared/model/ids.ts'
import type { Section, Shape, Stamp } from '../../shared/model/shape.ts'
import { noteAt } from '../support/noteAt.ts'

const groups = (...ids: string[]) => ({ groups: ids as GroupId[] })
const inside = (id: string) => ({ section: id as ShapeId })
const section = (id: string, x: number, y: number, more: Partial<Section> = {}): Section => ({
  id: id as ShapeId,
  kind: 'section',
  board: FIRST_BOARD,
  geometry: [x, y, 800, 600, 0],
  order: 'a0',
  style: { color: 'grey' },
  text: id,
  ...more,
})
const stamp = (id: string, on: string): Stamp => ({
  id: id as ShapeId,
  kind: 'stamp',
  board: FIRST_BOARD,
  geometry: [0, 0, 48, 48, 0],
  order: 'a0',
  emoji: '👍',
  on: on as ShapeId,
})

/** `a [b c]`: what is within follows in brackets; groups are called by their members. */
const written = (nodes: readonly TreeNode[]): string =>
  nodes
    .map(({ shape, children }) => {
      const name = shape ?? '+'
      return children.length > 0 ? `${name} [${written(children)}]` : name
    })
    .join(' ')
const read = (shapes: readonly Shape[], direction: 'ltr' | 'rtl' = 'ltr') =>
  written(boardTree(shapes, direction))

test('what lies in sections is read within them, whether they are collapsed or not', () => {
  const board = [
    noteAt('c', [1000, 0]),
    noteAt('b', [300, 100], inside('s')),
    noteAt('a', [20, 100], inside('s')),
    section('t', 20, 340, { ...inside('s'), collapsed: true }),
    noteAt('d', [40, 400], inside('t')),
    section('s', 0, 0),
  ]
  expect(read(board)).toBe('s [a b t [d]] c')
  expect(read(board, 'rtl')).toBe('s [b a t [d]] c')
})

test('groups stand where the first of them does, and hold those within them', () => {
  const board = [
    noteAt('a', [0, 0], groups('g')),
    noteAt('b', [250, 0]),
    noteAt('c', [500, 0], groups('g', 'h')),
    noteAt('d', [750, 0], groups('g', 'h')),
  ]
  expect(read(board)).toBe('+ [a + [c d]] b')
})

test('stamps are read with what they are on, and broken ones somewhere', () => {
  const board = [stamp('x', 'a'), stamp('y', 'z'), stamp('z', 'y'), noteAt('a', [300, 0])]
  expect(read(board)).toBe('y z a [x]')
})

test('sections that two people put in each other are all there', () => {
  expect(read([section('s', 0, 0, inside('t')), section('t', 10, 10, inside('s'))])).toBe('s [t]')
})

test('rows say how deep they lie, which of how many they are, and leave out what is closed', () => {
  const tree = boardTree(
    [section('s', 0, 0), noteAt('a', [0, 100], inside('s')), noteAt('b', [300, 100], inside('s'))],
    'ltr',
  )
  const open = treeRows(tree, () => true)
  expect(open.map(({ level, place, total, parent, open: is }) => [level, place, total, parent, is])).toEqual([
    [1, 1, 1, -1, true],
    [2, 1, 2, 0, undefined],
    [2, 2, 2, 0, undefined],
  ])
  expect(treeRows(tree, () => false).map(({ open: is }) => is)).toEqual([false])
  expect(wayTo(tree, 'b' as ShapeId)?.map(({ key }) => key)).toEqual(['s', 'b'])
})

test('ten thousand notes take little time', () => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    noteAt(`n${i}`, [(i % 100) * 220, Math.floor(i / 100) * 220]),
  )
  const begin = performance.now()
  expect(treeRows(boardTree(many, 'ltr'), () => true)).toHaveLength(10_000)
  expect(performance.now() - begin).toBeLessThan(500)
})
