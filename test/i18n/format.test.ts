import { expect, test } from 'vitest'
import { createFormat } from '../../renderer/i18n/format.ts'

const noon = new Date(2026, 4, 20, 12).getTime()
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ago = (ms: number, language: 'en' | 'pl' | 'ru' | 'hr' | 'fa' = 'en') =>
  createFormat(language).relative(noon - ms, noon)

test('how long ago, in words that fit the distance', () => {
  expect(ago(20_000)).toBe('now')
  expect(ago(5 * MINUTE)).toBe('5 minutes ago')
  expect(ago(3 * HOUR)).toBe('3 hours ago')
  expect(ago(13 * HOUR)).toBe('yesterday')
  expect(ago(3 * 24 * HOUR)).toBe('3 days ago')
  expect(ago(15 * 24 * HOUR)).toBe('2 weeks ago')
  expect(ago(60 * 24 * HOUR)).toBe('21 Mar 2026')
})

test('a clock that was set back makes nothing of the future', () => {
  expect(ago(-HOUR)).toBe('now')
})

test('each language in its own forms', () => {
  expect(ago(5 * MINUTE, 'pl')).toBe('5 minut temu')
  expect(ago(2 * MINUTE, 'ru')).toBe('2 минуты назад')
  expect(ago(2 * HOUR, 'hr')).toBe('prije 2 sata')
})

test('Persian has its own digits and calendar', () => {
  const format = createFormat('fa')
  expect(format.number(1234)).toBe('۱٬۲۳۴')
  expect(format.percent(0.5)).toBe('۵۰٪')
  expect(format.date(noon)).toContain('۱۴۰۵')
})
