import { expect, test } from 'vitest'
import { decimalOf, isNothing, readNumber } from '../../../../shared/journey/importData/readNumber.ts'
import { dayOrderOf, readPeriod, sortPeriods } from '../../../../shared/journey/importData/readPeriod.ts'
import { readSentiment, sentimentOfRating } from '../../../../shared/journey/importData/sentiment.ts'

test.each([
  ['12.5', '.', 12.5],
  ['12,5', ',', 12.5],
  ['1,234.5', '.', 1234.5],
  ['1.234,5', ',', 1234.5],
  ['1 234', '.', 1234],
  ['1\u00a0234\u202f567,8', ',', 1_234_567.8],
  ["12'345", '.', 12_345],
  ['1,234,567', '.', 1_234_567],
  ['−3.5', '.', -3.5],
  ['(12)', '.', -12],
  ['€ 9.90', '.', 9.9],
  ['12,50 zł', ',', 12.5],
  ['۱۲٫۵', '.', 12.5],
  ['۱۲۳٬۴۵۶', '.', 123_456],
  ['1.5e3', '.', 1500],
  ['.5', '.', 0.5],
] as const)('reads %s with %s as %d', (cell, decimal, value) => {
  expect(readNumber(cell, decimal)).toEqual({ value, percent: false })
})

test('knows a percent sign, and keeps the figure as written', () => {
  expect(readNumber('12,5 %', ',')).toEqual({ value: 12.5, percent: true })
  expect(readNumber('٪۴۵', '.')).toEqual({ value: 45, percent: true })
})

test.each(['twelve', '12 Main Street', '1.2.3', '12,5', '2021-01', '1,2345', '', '.', '-'])(
  'takes %j for no number',
  (cell) => {
    expect(readNumber(cell, '.')).toBeUndefined()
  },
)

test('tells the decimal mark of a column by the cells that leave no doubt', () => {
  expect(decimalOf(['1,234', '12,5'])).toBe(',')
  expect(decimalOf(['1.234', '1.234,5'])).toBe(',')
  expect(decimalOf(['1,234', '2,345'])).toBe('.')
  expect(decimalOf(['0,123'])).toBe(',')
  expect(decimalOf(['1,234,567'])).toBe('.')
  expect(decimalOf([])).toBe('.')
})

test('tells cells that say nothing from those that cannot be read', () => {
  expect(['', ' ', '-', '–', 'n/a', 'NULL', '#N/A'].every((cell) => isNothing(cell))).toBe(true)
  expect(['0', 'no', 'x'].some((cell) => isNothing(cell))).toBe(false)
})

test.each([
  ['2021-01', '2021-01'],
  ['2021/1', '2021-01'],
  ['01.2021', '2021-01'],
  ['15.01.2021.', '2021-01-15'],
  ['15/01/2021', '2021-01-15'],
  ['20210115', '2021-01-15'],
  ['2021-01-15T10:20:30Z', '2021-01-15'],
  ['2021-01-15 10:20', '2021-01-15'],
  ['2021', '2021'],
  ['2021-Q1', '2021-Q1'],
  ['Q3 2021', '2021-Q3'],
  ['W5 2021', '2021-W05'],
  ['Feb', '--02'],
  ['June', '--06'],
  ['Jan 2021', '2021-01'],
  ['Feb-21', '2021-02'],
  ['15 Feb 2021', '2021-02-15'],
  ['Feb 15, 2021', '2021-02-15'],
  ['січень', undefined],
  ['veljača 2021.', '2021-02'],
  ['февраль 2021 г.', '2021-02'],
  ['lipiec', '--07'],
  ['فوریه ۲۰۲۱', '2021-02'],
  ['۱۴۰۰/۰۱', '1400/01'],
  ['Wave 2', 'Wave 2'],
  ['2021-13', undefined],
  ['2021-02-30', undefined],
  ['soon', undefined],
  ['Maryland 5 north', undefined],
])('reads the period %s as %s', (cell, period) => {
  expect(readPeriod(cell, 'dayFirst')?.period).toBe(period)
})

test('tells days from months by the cells that leave no doubt', () => {
  expect(dayOrderOf(['03/04/2021', '03/25/2021'])).toBe('monthFirst')
  expect(dayOrderOf(['03/04/2021', '25/03/2021'])).toBe('dayFirst')
  expect(readPeriod('03/04/2021', 'monthFirst')?.period).toBe('2021-03-04')
})

test('puts periods in the order of time, also round the turn of the year', () => {
  const sorted = (cells: readonly string[]) =>
    sortPeriods(cells.flatMap((cell) => readPeriod(cell, 'dayFirst') ?? [])).map(({ period }) => period)
  expect(sorted(['2021-10', '2021-9', '2020-12'])).toEqual(['2020-12', '2021-09', '2021-10'])
  expect(sorted(['Dec', 'Feb', 'Mar', 'Jan'])).toEqual(['--01', '--02', '--03', '--12'])
  expect(sorted(['Nov', 'Dec', 'Jan', 'Feb'])).toEqual(['--11', '--12', '--01', '--02'])
  expect(sorted(['Wave 10', 'Wave 9'])).toEqual(['Wave 9', 'Wave 10'])
})

test('takes the sentiment of the file, or of the rating, and guesses none', () => {
  expect(readSentiment('Positive', undefined, 0)).toBe(1)
  expect(readSentiment('negativno', undefined, 0)).toBe(-1)
  expect(readSentiment('отрицательный', undefined, 0)).toBe(-1)
  expect(readSentiment('0.4', 0.4, 0.9)).toBe(0.4)
  expect(readSentiment('-50', -50, 100)).toBe(-0.5)
  expect(readSentiment('hm', undefined, 0)).toBeUndefined()
  expect(sentimentOfRating(5, 1, 5)).toBe(1)
  expect(sentimentOfRating(3, 1, 5)).toBe(0)
  expect(sentimentOfRating(0, 0, 10)).toBe(-1)
  expect(sentimentOfRating(250, 0, 250)).toBeUndefined()
})
