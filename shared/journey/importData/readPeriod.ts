import { withPlainDigits } from '../../util/plainDigits.ts'

/** A time that a figure is of. */
export interface ReadPeriod {
  /**
   * `2021`, `2021-Q1`, `2021-01`, `2021-W05` or `2021-01-15`, or `--02` for a February of any year, as ISO 8601 writes
   * them; as it stood in the cell for what only the file's author knows, such as "Wave 2".
   */
  readonly period: string
  /** Sorts periods of one column in the order of time. */
  readonly rank: number
  /** A month without a year: a series of them may begin in October. */
  readonly round: boolean
}

/** Which part of 03/04/2021 is the day. */
export type DayOrder = 'dayFirst' | 'monthFirst'

/** Longest period that is kept, UTF-16 units. */
const MOST = 40

/** By the first letters: of English, Croatian, Russian and Polish months, and Persian names of the same ones. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|sij|янв|sty|ژانویه)/u,
  /^(?:feb|velj|фев|lut|فوریه)/u,
  /^(?:mar|ožu|мар|مارس)/u,
  /^(?:apr|tra|апр|kwi|آوریل)/u,
  /^(?:may|svi|ма[йя]|maj|مه|می$)/u,
  /^(?:jun|lip|июн|cze|ژوئن)/u,
  /^(?:jul|srp|июл|ژوئیه|جولای)/u,
  /^(?:aug|kol|авг|sie|اوت|آگوست)/u,
  /^(?:sep|ruj|сен|wrz|سپتامبر)/u,
  /^(?:oct|lis|окт|paź|اکتبر)/u,
  /^(?:nov|stu|ноя|نوامبر)/u,
  /^(?:dec|pro|дек|gru|دسامبر)/u,
]
/** Of the Persian calendar. They are not the same days as any of ours, so their names stay. */
const PERSIAN = [
  'فروردین',
  'اردیبهشت',
  'خرداد',
  'تیر',
  'مرداد',
  'شهریور',
  'مهر',
  'آبان',
  'آذر',
  'دی',
  'بهمن',
  'اسفند',
]
/** Polish "lipiec" is July where Croatian "lipanj" is June. "listopad" is taken for the Croatian October. */
const POLISH_JULY = /^lip(?:iec|ca)/u

function monthNamed(word: string): number | undefined {
  if (POLISH_JULY.test(word)) return 7
  const found = MONTHS.findIndex((name) => name.test(word))
  return found < 0 ? undefined : found + 1
}

const pad = (value: number): string => String(value).padStart(2, '0')

/** A year of two digits is one of this century. */
const fullYear = (digits: string): number => (digits.length === 2 ? 2000 + Number(digits) : Number(digits))

const isYear = (year: number): boolean => year >= 1000 && year <= 2999
/** Years of the Persian calendar: their months are not ours. */
const isPersianYear = (year: number): boolean => year >= 1300 && year <= 1499

/** Reads a date, month, quarter, week or year in one of the forms that people and programs write. */
export function readPeriod(cell: string, order: DayOrder): ReadPeriod | undefined {
  const text = withPlainDigits(cell).trim()
  if (text === '' || text.length > MOST) return undefined
  const lower = text.toLowerCase().replace(/(?<=\d)[t ]\d{1,2}:\d{2}.*$/u, '')
  return (
    readNumeric(lower, text, order) ??
    readNamed(lower, text) ??
    readQuarterOrWeek(lower) ??
    readNumbered(text)
  )
}

function readNumeric(text: string, written: string, order: DayOrder): ReadPeriod | undefined {
  const parts = text
    .replace(/\.$/, '')
    .split(/\s*[-/.]\s*/)
    .map((part) => (/^\d{1,4}$/.test(part) ? part : ''))
  if (parts.includes('')) return /^\d{8}$/.test(text) ? readCompact(text, written) : undefined
  const [a = '', b = '', c = ''] = parts
  if (parts.length === 1) return a.length === 4 ? dated(Number(a), undefined, undefined, written) : undefined
  if (parts.length === 2) {
    if (a.length === 4) return dated(Number(a), Number(b), undefined, written)
    return b.length === 4 ? dated(Number(b), Number(a), undefined, written) : undefined
  }
  if (parts.length !== 3) return undefined
  if (a.length === 4) return dated(Number(a), Number(b), Number(c), written)
  if (c.length !== 4 && c.length !== 2) return undefined
  const [day, month] = order === 'dayFirst' ? [a, b] : [b, a]
  return dated(fullYear(c), Number(month), Number(day), written)
}

const readCompact = (text: string, written: string): ReadPeriod | undefined =>
  dated(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6)), written)

function dated(
  year: number,
  month: number | undefined,
  day: number | undefined,
  written: string,
): ReadPeriod | undefined {
  if (!isYear(year)) return undefined
  if (month !== undefined && (month < 1 || month > 12)) return undefined
  const persian = isPersianYear(year)
  const longest = persian ? 31 : new Date(Date.UTC(year, month ?? 1, 0)).getUTCDate()
  if (day !== undefined && (day < 1 || day > longest)) return undefined
  const rank = year * 372 + ((month ?? 1) - 1) * 31 + (day ?? 1) - 1
  const parts = [
    String(year),
    ...(month === undefined ? [] : [pad(month)]),
    ...(day === undefined ? [] : [pad(day)]),
  ]
  return { period: persian ? written : parts.join('-'), rank, round: false }
}

/** "Feb", "February 2021", "15 Feb 2021", "Feb 15, 2021", "Feb-21". */
function readNamed(text: string, written: string): ReadPeriod | undefined {
  const [word] = /[\p{L}\u200c]{2,}/u.exec(text) ?? []
  if (word === undefined) return undefined
  const numbers = text.match(/\d+/g) ?? []
  const left = text.replace(word, '').replace(/\d+|[-.,/'’\s]|(?:st|nd|rd|th)\b|г(?:од)?а?|r(?:ok)?\b/gu, '')
  if (left !== '') return undefined
  const persian = PERSIAN.indexOf(word)
  if (persian >= 0) {
    const year = Number(numbers.find((digits) => digits.length === 4) ?? 0)
    return { period: written, rank: year * 372 + persian * 31, round: year === 0 }
  }
  const month = monthNamed(word)
  if (month === undefined || numbers.length > 2) return undefined
  if (numbers.length === 0) return { period: `--${pad(month)}`, rank: month, round: true }
  const [first = '', second] = numbers
  if (second !== undefined) {
    const [day, year] = first.length === 4 ? [second, first] : [first, second]
    return dated(fullYear(year), month, Number(day), written)
  }
  return dated(fullYear(first), month, undefined, written)
}

/** "2021-Q1", "Q1 2021", "2021-W05", "W5 2021". */
function readQuarterOrWeek(text: string): ReadPeriod | undefined {
  const found =
    /^(?<year>\d{4})[-\s/]*(?<kind>[qkw])(?<part>\d{1,2})$/.exec(text) ??
    /^(?<kind>[qkw])(?<part>\d{1,2})[-\s/]+(?<year>\d{4})$/.exec(text)
  const { year = '', kind = '', part = '' } = found?.groups ?? {}
  if (!found || !isYear(Number(year))) return undefined
  const number = Number(part)
  if (number < 1 || number > (kind === 'w' ? 53 : 4)) return undefined
  if (kind === 'w')
    return { period: `${year}-W${pad(number)}`, rank: Number(year) * 372 + (number - 1) * 7, round: false }
  return { period: `${year}-Q${number}`, rank: Number(year) * 372 + (number - 1) * 93, round: false }
}

/** "Wave 2", "Q3", "Sprint 14", "7": what is counted through. */
function readNumbered(text: string): ReadPeriod | undefined {
  const number = /^(?:\p{L}[\p{L} .]{0,24}?)?\s*[#№]?\s*(\d{1,3})$/u.exec(text)?.[1]
  return number === undefined ? undefined : { period: text, rank: Number(number), round: false }
}

/** Whether 03/04/2021 in this column is the third of April or the fourth of March; days first where nothing tells. */
export function dayOrderOf(cells: Iterable<string>): DayOrder {
  for (const cell of cells) {
    const [, first, second] = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}/.exec(withPlainDigits(cell).trim()) ?? []
    if (Number(first) > 12) return 'dayFirst'
    if (Number(second) > 12) return 'monthFirst'
  }
  return 'dayFirst'
}

/**
 * The periods in the order of time. Months without a year that the file has in an order which goes once round the turn
 * of the year (Nov, Dec, Jan) stay in it.
 * @param periods in the order in which the file has them first
 */
export function sortPeriods(periods: readonly ReadPeriod[]): readonly ReadPeriod[] {
  const turns = periods.filter(({ rank }, index) => rank < (periods[index - 1]?.rank ?? -Infinity)).length
  const [first, last] = [periods[0], periods.at(-1)]
  const goesRound =
    periods.every(({ round }) => round) && turns === 1 && (last?.rank ?? 0) < (first?.rank ?? 0)
  return goesRound ? periods : periods.toSorted((a, b) => a.rank - b.rank)
}
