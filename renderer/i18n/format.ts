import type { Language } from '../../shared/i18n/languages.ts'

/** Numbers and times as people of one language write them. */
export interface Format {
  /** Days are counted as in the calendar of date fields. */
  readonly isGregorian: boolean
  number(value: number): string
  /** 0.5 is 50 %. */
  percent(value: number): string
  /** `at` in ms since 1970. */
  date(at: number): string
  dateTime(at: number): string
  /** A day as ISO 8601 writes it, such as 2026-03-21; what is none stays as it is. */
  day(iso: string): string
  /** How long before `now` that was: "3 minutes ago", "yesterday"; after four weeks the date. */
  relative(at: number, now: number): string
}

/** Persian uses its own digits and calendar; the rest what Intl knows of them. */
const LOCALES: Readonly<Record<Language, string>> = {
  en: 'en-GB',
  hr: 'hr-HR',
  ru: 'ru-RU',
  pl: 'pl-PL',
  fa: 'fa-IR-u-ca-persian-nu-arabext',
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export function createFormat(language: Language): Format {
  const locale = LOCALES[language]
  const number = new Intl.NumberFormat(locale)
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const dateTime = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  return {
    isGregorian: language !== 'fa',
    number: (value) => number.format(value),
    percent: (value) => percent.format(value),
    date: (at) => date.format(at),
    dateTime: (at) => dateTime.format(at),
    day(iso) {
      const at = Date.parse(`${iso}T00:00`)
      return Number.isNaN(at) ? iso : date.format(at)
    },
    relative(at, now) {
      const past = Math.max(0, now - at)
      if (past < MINUTE) return relative.format(0, 'second')
      if (past < HOUR) return relative.format(-Math.floor(past / MINUTE), 'minute')
      const days = daysBetween(at, now)
      if (days === 0) return relative.format(-Math.floor(past / HOUR), 'hour')
      if (days < 7) return relative.format(-days, 'day')
      if (days < 28) return relative.format(-Math.floor(days / 7), 'week')
      return date.format(at)
    },
  }
}

/** Midnights between two moments: what was late last night was "yesterday" this morning. */
function daysBetween(from: number, to: number): number {
  return Math.round((new Date(to).setHours(0, 0, 0, 0) - new Date(from).setHours(0, 0, 0, 0)) / DAY)
}
