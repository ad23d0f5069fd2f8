import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readTable } from '../../../../renderer/import/readTable.ts'
import { feedbackFrom } from '../../../../shared/journey/importData/feedbackFrom.ts'
import {
  guessFeedbackMapping,
  looksLikeFeedback,
} from '../../../../shared/journey/importData/feedbackMapping.ts'
import { guessMetricMapping, looksLikeMetrics } from '../../../../shared/journey/importData/metricMapping.ts'
import { metricsFrom } from '../../../../shared/journey/importData/metricsFrom.ts'

const rowsOf = (name: string) =>
  readTable(readFileSync(new URL(`../../../fixtures/data/${name}`, import.meta.url), 'utf8')).rows
const reviews = rowsOf('airbnb-guest-reviews.csv')
const ratings = rowsOf('airbnb-stay-ratings.csv')
const kpis = rowsOf('online-shopping-kpis.csv')

test('knows figures from feedback', () => {
  expect([reviews, ratings, kpis].map(looksLikeMetrics)).toEqual([false, true, true])
  expect([reviews, ratings, kpis].map(looksLikeFeedback)).toEqual([true, false, false])
})

test('reads the names of metrics from a column where the file is long', () => {
  const mapping = guessMetricMapping(ratings)
  expect(mapping.roles).toEqual(['period', 'group', 'name', 'value', 'size'])
  expect(mapping.size).toBe(4)
  const { metrics, used, problems, combined } = metricsFrom(ratings, mapping)
  expect(problems).toEqual([])
  expect(used).toBe(120)
  expect(combined).toBe(0)
  expect(metrics.map(({ name }) => name)).toEqual([
    'Satisfaction · London',
    'Satisfaction · New York',
    'Satisfaction · Paris',
    'Satisfaction · San Francisco',
  ])
  const [london] = metrics
  expect(london).toMatchObject({ unit: '/ 5', better: 'higher' })
  expect(london?.series).toHaveLength(30)
  expect(london?.series[0]).toEqual({ period: '2021-01', value: 4.69, size: 58 })
  expect(london?.series.at(-1)?.period).toBe('2023-06')
})

test('weights the mean of several cities by the size of their samples', () => {
  const mapping = { ...guessMetricMapping(ratings), groups: { 1: { kind: 'together' } as const } }
  const { metrics, combined } = metricsFrom(ratings, mapping)
  expect(metrics.map(({ name }) => name)).toEqual(['Satisfaction'])
  expect(combined).toBe(30)
  const [first] = metrics[0]?.series ?? []
  expect(first?.size).toBe(58 + 247 + 389 + 18)
  expect(first?.value).toBeCloseTo((4.69 * 58 + 4.462 * 247 + 3.383 * 389 + 4.389 * 18) / 712, 9)
})

test('makes a metric of each column of figures where the file is wide', () => {
  const mapping = guessMetricMapping(kpis)
  expect(mapping.roles).toEqual(['period', 'group', 'value', 'value', 'value', 'value', 'value', 'value'])
  expect(mapping.size).toBe(2)
  expect(mapping.groups).toEqual({ 1: { kind: 'together' } })
  const { metrics, used } = metricsFrom(kpis, mapping)
  expect(used).toBe(23)
  expect(metrics.map(({ name, unit, better }) => [name, unit, better])).toEqual([
    ['Sessions', '', 'higher'],
    ['Conversion rate', '%', 'higher'],
    ['Mean bounce rate', '%', 'lower'],
    ['Mean exit rate', '%', 'lower'],
    ['Mean product seconds', 's', 'higher'],
    ['Mean product pages', '', 'higher'],
  ])
  const [sessions, conversion] = metrics
  expect(sessions?.series.map(({ period }) => period)).toEqual(
    ['02', '03', '05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `--${month}`),
  )
  expect(sessions?.series[1]).toEqual({ period: '--03', value: 232 + 1675 })
  expect(conversion?.series[1]?.value).toBeCloseTo((100 * (0.1552 * 232 + 0.0931 * 1675)) / 1907, 8)
  expect(conversion?.series[1]?.size).toBe(1907)
})

test('can keep to one group, or give each its own metrics', () => {
  const guess = guessMetricMapping(kpis)
  const only = metricsFrom(kpis, { ...guess, groups: { 1: { kind: 'only', value: 'Other' } } })
  expect(only.used).toBe(3)
  expect(only.metrics[0]?.series.map(({ period }) => period)).toEqual(['--06', '--11', '--12'])
  const split = metricsFrom(kpis, { ...guess, groups: { 1: { kind: 'split' } } })
  expect(split.metrics).toHaveLength(18)
  expect(new Set(split.metrics.map(({ key }) => key)).size).toBe(18)
})

test('what was chosen otherwise than guessed holds', () => {
  const looks = { sessions: { included: false }, conversion_rate: { name: 'Conversion', target: 20 } }
  const { metrics, bases } = metricsFrom(kpis, guessMetricMapping(kpis), looks)
  expect(bases).toHaveLength(6)
  expect(metrics[0]).toMatchObject({ name: 'Conversion', target: 20 })
})

test('reads 1,500 reviews with line breaks in their cells', () => {
  const mapping = guessFeedbackMapping(reviews)
  expect(mapping).toEqual({ header: true, roles: ['id', 'source', 'language', 'text'] })
  const { feedback, problems } = feedbackFrom(reviews, mapping, 'airbnb-guest-reviews')
  expect(problems.map(({ kind, count }) => [kind, count])).toEqual([])
  expect(feedback).toHaveLength(1500)
  expect(new Set(feedback.map(({ id }) => id)).size).toBe(1500)
  expect(feedback.some(({ text }) => text.includes('\n'))).toBe(true)
  expect(new Set(feedback.map(({ language }) => language))).toEqual(new Set(['es', 'fr', 'nl']))
  expect(feedback[0]).toMatchObject({ source: 'listing 1291276', language: 'es' })
  expect(feedback[0]).not.toHaveProperty('sentiment')
  const again = feedbackFrom(reviews.toReversed().slice(0, 10), { ...mapping, header: false }, 'other name')
  expect(feedback.map(({ id }) => id)).toEqual(expect.arrayContaining(again.feedback.map(({ id }) => id)))
})
