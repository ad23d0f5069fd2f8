import { expect, test } from 'vitest'
import { findActions } from '../../renderer/app/menus/findActions.ts'

const all = [
  { names: ['Export as PNG…'] },
  { names: ['Тема: Тёмная', 'Theme: Dark'] },
  { names: ['یافتن فرمان…', 'Find an action…'] },
  { names: ['Zoom to fit'] },
  { names: ['Fit the text'] },
]
const find = (query: string) => findActions(all, query).map(({ names }) => names[0])

test('nothing typed leaves everything in its order', () => {
  expect(find(' ')).toEqual(all.map(({ names }) => names[0]))
})

test('words may come in any order, and by their beginnings', () => {
  expect(find('png ex')).toEqual(['Export as PNG…'])
})

test('beginnings come first, the letters merely in order last', () => {
  expect(find('fit')).toEqual(['Fit the text', 'Zoom to fit', 'یافتن فرمان…'])
})

test('letters in order are enough', () => {
  expect(find('zmft')).toEqual(['Zoom to fit'])
})

test('every word must fit', () => {
  expect(find('zoom png')).toEqual([])
})

test('accents and the Arabic forms of Persian letters make no difference', () => {
  expect(find('темная')).toEqual(['Тема: Тёмная'])
  expect(find('يافتن')).toEqual(['یافتن فرمان…'])
})

test('the English name is known in every language', () => {
  expect(find('dark')).toEqual(['Тема: Тёмная'])
})
