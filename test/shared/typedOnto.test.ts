import { expect, test } from 'vitest'
import { typedOnto } from '../../shared/model/editText.ts'

test('who types nothing takes nothing back of what others wrote meanwhile', () => {
  expect(typedOnto('Late', 'Late', 'Late again')).toBeUndefined()
})

test('where nobody else wrote, it reads as it was typed', () => {
  expect(typedOnto('Late', 'Too late', 'Late')).toBe('Too late')
})

test('what two write in different places of a text stays', () => {
  expect(typedOnto('The key is late', 'The key is too late', 'The blue key is late')).toBe(
    'The blue key is too late',
  )
  expect(typedOnto('The key is late', 'A key is late', 'The key is late, again')).toBe('A key is late, again')
})

test('what is typed over words that others took away is kept', () => {
  expect(typedOnto('one two three', 'one 2 three', 'one')).toBe('one2')
  expect(typedOnto('one', '', 'one two')).toBe(' two')
})
