import { expect, test } from 'vitest'
import { feedbackFrom } from '../../../../shared/journey/importData/feedbackFrom.ts'
import { guessFeedbackMapping, withRole } from '../../../../shared/journey/importData/feedbackMapping.ts'
import {
  guessMetricMapping,
  withMetricRole,
  withWeight,
} from '../../../../shared/journey/importData/metricMapping.ts'
import { metricsFrom } from '../../../../shared/journey/importData/metricsFrom.ts'

test('counts every row that gives no figure, and says why', () => {
  const rows = [
    ['month', 'bounce', 'visits'],
    ['2021-01', '12,5 %', '1.200'],
    ['2021-02', 'unknown', '1.100'],
    ['', '3,5 %', '900'],
    ['soon', '3,5 %', '900'],
    ['2021-03', '', '950,5'],
    ['2021-04'],
  ]
  const mapping = guessMetricMapping(rows)
  expect(mapping.roles).toEqual(['period', 'value', 'value'])
  const { metrics, problems, used } = metricsFrom(rows, mapping)
  expect(problems).toEqual([
    { kind: 'badNumber', column: 1, count: 1, rows: [3], cell: 'unknown' },
    { kind: 'noPeriod', column: 0, count: 1, rows: [4], cell: '' },
    { kind: 'badPeriod', column: 0, count: 1, rows: [5], cell: 'soon' },
    { kind: 'noValue', column: 1, count: 2, rows: [6, 7], cell: '' },
    { kind: 'noValue', column: 2, count: 1, rows: [7], cell: '' },
  ])
  expect(used).toBe(3)
  expect(metrics[0]).toMatchObject({ name: 'Bounce', unit: '%', better: 'lower' })
  expect(metrics[0]?.series).toEqual([{ period: '2021-01', value: 12.5 }])
  expect(metrics[1]?.series.map(({ value }) => value)).toEqual([1200, 1100, 950.5])
})

test('rows without a size count as one observation, and are told of', () => {
  const rows = [
    ['month', 'metric', 'value', 'sample_size'],
    ['2021-01', 'csat', '5', '9'],
    ['2021-01', 'csat', '1', ''],
  ]
  const { metrics, problems } = metricsFrom(rows, guessMetricMapping(rows))
  expect(metrics[0]?.series[0]?.value).toBeCloseTo(4.6)
  expect(problems.map(({ kind }) => kind)).toEqual(['noSize'])
})

test('keeps the newest figures of a series that is too long, and counts the others', () => {
  const rows = [
    ['day', 'score'],
    ...Array.from({ length: 1100 }, (_, day) => [
      new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10),
      String(day),
    ]),
  ]
  const { metrics, problems } = metricsFrom(rows, guessMetricMapping(rows))
  expect(metrics[0]?.series).toHaveLength(1000)
  expect(metrics[0]?.series.at(-1)?.value).toBe(1099)
  expect(problems).toMatchObject([{ kind: 'tooMany', count: 100 }])
})

test('reads ratings and sentiments, and counts what it cannot read', () => {
  const rows = [
    ['comment', 'rating', 'sentiment', 'date', 'author'],
    ['A long wait at the desk', '2', '', '03/25/2021', 'Ana'],
    ['Lovely people, lovely room', '5/5', 'positive', '03/26/2021', 'Ivo'],
    ['', '4', '', '03/26/2021', 'Eva'],
    ['Well, it was a room', 'four', 'meh', '03/27/2021', ''],
    ['x'.repeat(6000), '3', '', '', ''],
  ]
  const mapping = guessFeedbackMapping(rows)
  expect(mapping.roles).toEqual(['text', 'rating', 'sentiment', 'date', 'author'])
  const { feedback, problems } = feedbackFrom(rows, mapping, 'survey')
  expect(feedback.map(({ rating, sentiment, date }) => [rating, sentiment, date])).toEqual([
    [2, -0.5, '2021-03-25'],
    [5, 1, '2021-03-26'],
    [undefined, undefined, '2021-03-27'],
    [3, 0, undefined],
  ])
  expect(problems.map(({ kind, rows: at }) => [kind, at])).toEqual([
    ['noText', [4]],
    ['badRating', [5]],
    ['badSentiment', [5]],
    ['cut', [6]],
  ])
})

test('the same words from two people in a file without ids are two pieces of feedback', () => {
  const rows = [['Great!'], ['Great!'], ['Great!']]
  const { feedback } = feedbackFrom(rows, { header: false, roles: ['text'] }, 'cards')
  expect(new Set(feedback.map(({ id }) => id)).size).toBe(3)
})

test('no two columns have the same role', () => {
  expect(withRole(['text', 'id', 'ignore'], 2, 'text')).toEqual(['ignore', 'id', 'text'])
  expect(withRole(['ignore', 'ignore'], 0, 'ignore')).toEqual(['ignore', 'ignore'])
})

test('what weights rows and what columns are go together', () => {
  const rows = [
    ['month', 'score', 'n', 'city'],
    ['2021-01', '4.5', '10', 'Brno'],
    ['2021-02', '4.7', '12', 'Brno'],
  ]
  const guess = guessMetricMapping(rows)
  expect(guess).toMatchObject({ roles: ['period', 'value', 'size', 'ignore'], size: 2 })
  expect(withMetricRole(guess, 2, 'value')).toMatchObject({
    roles: ['period', 'value', 'value', 'ignore'],
    size: null,
  })
  expect(withMetricRole(guess, 3, 'period').roles).toEqual(['ignore', 'value', 'size', 'period'])
  expect(withWeight(guess, null)).toMatchObject({
    roles: ['period', 'value', 'ignore', 'ignore'],
    size: null,
  })
  expect(withWeight(guess, 1)).toMatchObject({ roles: ['period', 'value', 'ignore', 'ignore'], size: 1 })
})
