import { expect, test } from 'vitest'
import { gridKeyOf, type GridPlace } from '../../renderer/journey/register/gridKeys.ts'

const place: GridPlace = { row: 1, column: 1, rows: 30, columns: 4, rtl: false }
const press = (key: string, more: Partial<Parameters<typeof gridKeyOf>[0]> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})
const go = (row: number, column: number) => ({ kind: 'go', row, column })

test('arrows go from cell to cell, along the line of reading, and stop at the edges', () => {
  expect(gridKeyOf(press('ArrowDown'), place)).toEqual(go(2, 1))
  expect(gridKeyOf(press('ArrowRight'), place)).toEqual(go(1, 2))
  expect(gridKeyOf(press('ArrowRight'), { ...place, rtl: true })).toEqual(go(1, 0))
  expect(gridKeyOf(press('ArrowLeft'), { ...place, column: 0 })).toEqual(go(1, 0))
  expect(gridKeyOf(press('PageDown'), { ...place, row: 25 })).toEqual(go(29, 1))
  expect(gridKeyOf(press('End'), place)).toEqual(go(1, 3))
  expect(gridKeyOf(press('End', { ctrlKey: true }), place)).toEqual(go(29, 3))
  expect(gridKeyOf(press('Home', { metaKey: true }), place)).toEqual(go(0, 0))
})

test('digits of any keyboard set a level; what has another meaning is left alone', () => {
  expect(gridKeyOf(press('3'), place)).toEqual({ kind: 'digit', digit: '3' })
  expect(gridKeyOf(press('۳'), place)).toEqual({ kind: 'digit', digit: '3' })
  expect(gridKeyOf(press('٣'), place)).toEqual({ kind: 'digit', digit: '3' })
  expect(gridKeyOf(press('F2'), place)).toEqual({ kind: 'edit' })
  expect(gridKeyOf(press('Backspace'), place)).toEqual({ kind: 'clear' })
  for (const other of [press('z', { ctrlKey: true }), press('ArrowDown', { altKey: true }), press('Escape')])
    expect(gridKeyOf(other, place)).toBeUndefined()
})
