import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { guessTarget } from '../../renderer/import/guessTarget.ts'
import { readTable } from '../../renderer/import/readTable.ts'

const guessOf = (text: string) => guessTarget(readTable(text).rows)

test.each([
  ['data/airbnb-guest-reviews.csv', 'feedback'],
  ['guest-reviews.csv', 'feedback'],
  ['data/airbnb-stay-ratings.csv', 'metrics'],
  ['data/online-shopping-kpis.csv', 'metrics'],
])('%s is to become %s', (name, target) => {
  expect(guessOf(readFileSync(new URL(`../fixtures/${name}`, import.meta.url), 'utf8'))).toBe(target)
})

test('anything else is to become notes', () => {
  expect(guessOf('first\nsecond')).toBe('notes')
  expect(guessOf('stage,moment\nbefore,search\nduring,key')).toBe('notes')
  expect(guessOf('')).toBe('notes')
})
