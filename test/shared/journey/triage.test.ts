import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTable } from '../../../renderer/import/readTable.ts'
import type { Feedback } from '../../../shared/journey/entities.ts'
import type { FeedbackId, JourneyId } from '../../../shared/journey/ids.ts'
import { feedbackFrom } from '../../../shared/journey/importData/feedbackFrom.ts'
import { guessFeedbackMapping } from '../../../shared/journey/importData/feedbackMapping.ts'
import { excerpt } from '../../../shared/journey/triage/excerpt.ts'
import { findDuplicates } from '../../../shared/journey/triage/findDuplicates.ts'
import {
  countUnplaced,
  filterQuotes,
  languagesOf,
  NO_FILTER,
  quotesOf,
} from '../../../shared/journey/triage/triage.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'

const quote = (id: string, more: Partial<Feedback> = {}): Feedback => ({
  id: id as FeedbackId,
  order: `a${id}`,
  text: `text ${id}`,
  source: '',
  ...more,
})
const guest = 'guest' as JourneyId
const noteOf = (id: ShapeId) => (id === 'here' ? { journey: guest } : undefined)

test('feedback is placed as long as its note is there', () => {
  const quotes = quotesOf(
    [
      quote('1', { note: 'here' as ShapeId }),
      quote('2', { note: 'gone' as ShapeId }),
      quote('3', { dismissed: true }),
    ],
    noteOf,
  )
  expect(quotes.map(({ status, journey }) => [status, journey])).toEqual([
    ['placed', guest],
    ['unplaced', undefined],
    ['dismissed', undefined],
  ])
})

test('merged feedback counts with the one that is kept, and nothing is lost in rings', () => {
  const merged = (id: string, into: string) => quote(id, { merged: into as FeedbackId })
  const quotes = quotesOf(
    [
      quote('1', { note: 'here' as ShapeId }),
      merged('2', '1'),
      merged('3', '2'),
      merged('4', 'gone'),
      merged('5', '6'),
      merged('6', '5'),
    ],
    noteOf,
  )
  expect(quotes.map(({ feedback, merged: own }) => [feedback.id, own.length])).toEqual([
    ['1', 2],
    ['4', 0],
    ['5', 0],
    ['6', 0],
  ])
  expect(countUnplaced(quotes)).toEqual({ unplaced: 3, total: 6, share: 0.5 })
})

test('filters by words, language, sentiment and what became of it', () => {
  const all = [
    quote('1', { text: 'Très agréable', language: 'fr', sentiment: 1 }),
    quote('2', { text: 'Muy ruidoso', language: 'es', sentiment: -1 }),
    quote('3', { text: 'Agreable, mais cher', language: 'fr' }),
  ]
  const quotes = quotesOf(all, noteOf)
  const ids = (filter: Partial<typeof NO_FILTER>) =>
    filterQuotes(quotes, { ...NO_FILTER, ...filter }).map(({ feedback }) => feedback.id)
  expect(ids({ text: ' AGREABLE ' })).toEqual(['1', '3'])
  expect(ids({ language: 'es' })).toEqual(['2'])
  expect(ids({ sentiment: 'unknown' })).toEqual(['3'])
  expect(ids({ status: 'placed' })).toEqual([])
  expect(languagesOf(all)).toEqual(['fr', 'es'])
})

test('finds the same words however they are written, and nearly the same ones', () => {
  const groups = findDuplicates([
    { id: 'a', text: 'The check-in took far too long, and nobody helped us.' },
    { id: 'b', text: 'the CHECK IN took far too long and nobody helped us' },
    { id: 'c', text: 'Check-in took far too long and nobody helped us at all' },
    { id: 'd', text: 'The room was lovely and nobody disturbed us.' },
    { id: 'e', text: '…' },
    { id: 'f', text: '…' },
  ])
  expect(groups).toHaveLength(1)
  expect(groups[0]).toMatchObject({ keep: 'a', others: [{ id: 'b', likeness: 1 }, { id: 'c' }] })
})

test('looks through 1,500 reviews in no time', () => {
  const { rows } = readTable(
    readFileSync(new URL('../../fixtures/data/airbnb-guest-reviews.csv', import.meta.url), 'utf8'),
  )
  const { feedback } = feedbackFrom(rows, guessFeedbackMapping(rows), 'reviews')
  const started = performance.now()
  const groups = findDuplicates(feedback)
  expect(performance.now() - started).toBeLessThan(2000)
  for (const { others } of groups)
    for (const { likeness } of others) expect(likeness).toBeGreaterThanOrEqual(0.6)
  const doubled = findDuplicates([
    ...feedback,
    ...feedback.map((one) => ({ id: `${one.id}2`, text: one.text })),
  ])
  const found = doubled.flatMap(({ keep, others }) => [keep, ...others.map(({ id }) => id)])
  expect(found).toHaveLength(3000)
})

test('cuts long quotes at the end of a sentence or a word', () => {
  expect(excerpt('Short.\n\nVery.')).toBe('Short.\nVery.')
  expect(excerpt('One two three. Four five six seven', 20)).toBe('One two three. …')
  expect(excerpt('One two three four five six', 20)).toBe('One two three four…')
})
