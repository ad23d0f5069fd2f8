import { expect, test } from 'vitest'
import { initials } from '../../../shared/journey/initials.ts'

test('a name is known by its first and last word', () => {
  expect(initials('Ana Marija Kovač')).toBe('AK')
  expect(initials('  ivan ')).toBe('I')
  expect(initials('Жанна д’Арк')).toBe('ЖД')
})

test('letters that would join stand alone', () => {
  expect(initials('مریم احمدی')).toBe('م')
})

test('marks count for nothing, and a name without letters has none', () => {
  expect(initials('“Zoë” (host)')).toBe('ZH')
  expect(initials('— 🙂')).toBe('')
})
