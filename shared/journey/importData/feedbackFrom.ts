import { cutText } from '../../util/cutText.ts'
import { MOST_NAME, MOST_WORDS, type Feedback } from '../entities.ts'
import { feedbackId, type FeedbackId } from '../ids.ts'
import type { FeedbackMapping, FeedbackRole } from './feedbackMapping.ts'
import { createProblems, type Problem, type ProblemList } from './problem.ts'
import { isNothing, readNumber } from './readNumber.ts'
import { readPeriod } from './readPeriod.ts'
import { readSentiment, sentimentOfRating } from './sentiment.ts'
import { stableId } from './stableId.ts'
import { columnsOf, rowsBelow, type Column, type Rows } from './table.ts'

/** Feedback to be: all but its order. */
export type FeedbackDraft = Omit<Feedback, 'order'>

export interface FeedbackFound {
  readonly feedback: readonly FeedbackDraft[]
  readonly problems: readonly Problem[]
}

/** Makes feedback of one row after the other; `problems` fill as it goes. */
export interface FeedbackReader {
  readonly rows: Rows
  /** @param index of the row among `rows` */
  read(row: readonly string[], index: number): FeedbackDraft | undefined
  readonly problems: ProblemList
}

const MOST_DATE = 40
const MOST_LANGUAGE = 35

/**
 * Reads feedback row by row, so that thousands can be read in slices. Ids follow from what the rows say: the same row
 * has the same id whenever and wherever it is imported; the same text twice in a file without ids is two people.
 * @param source what feedback comes from that does not say so itself, such as the file's name
 */
export function createFeedbackReader(rows: Rows, mapping: FeedbackMapping, source: string): FeedbackReader {
  const columns = columnsOf(rows, mapping.header)
  const first = mapping.header ? 2 : 1
  const problems = createProblems()
  const seen = new Map<string, number>()
  const columnOf = (role: FeedbackRole): Column | undefined => columns[mapping.roles.indexOf(role)]
  const of = Object.fromEntries(
    mapping.roles.flatMap((role) => (role === 'ignore' ? [] : [[role, columnOf(role)]])),
  ) as Partial<Record<FeedbackRole, Column>>

  function newId(known: string, text: string): FeedbackId {
    const key = `${known}\u0000${text}`
    const turn = seen.get(key) ?? 0
    seen.set(key, turn + 1)
    return feedbackId.parse(stableId('f', known, text, String(turn)))
  }

  return {
    rows: rowsBelow(rows, mapping.header),
    problems,
    read(row, index) {
      const number = index + first
      const cell = (role: FeedbackRole): string => {
        const column = of[role]
        const value = column ? (row[column.index] ?? '').trim() : ''
        return isNothing(value) ? '' : value
      }
      const whole = (of.text ? (row[of.text.index] ?? '') : '').replace(/\r\n?/g, '\n').trim()
      if (whole === '') {
        problems.add('noText', number, of.text?.index)
        return undefined
      }
      const text = cutText(whole, MOST_WORDS)
      if (text.length < whole.length) problems.add('cut', number, of.text?.index, text)
      const rating = readRating(cell('rating'), of.rating, number, problems)
      return {
        id: newId(cell('id'), text),
        text,
        source: cutText(sourceOf(cell('source'), of.source) || source, MOST_NAME),
        ...kept('channel', cutText(cell('channel'), MOST_NAME)),
        ...kept('language', cutText(cell('language'), MOST_LANGUAGE)),
        ...kept('rating', rating),
        ...kept('sentiment', sentimentIn(cell('sentiment'), of, rating, number, problems)),
        ...kept('date', readDate(cell('date'), of.date)),
        ...kept('author', cutText(cell('author'), MOST_NAME)),
      }
    },
  }
}

/** All of a table at once. */
export function feedbackFrom(rows: Rows, mapping: FeedbackMapping, source: string): FeedbackFound {
  const reader = createFeedbackReader(rows, mapping, source)
  const feedback = reader.rows.flatMap((row, index) => reader.read(row, index) ?? [])
  return { feedback, problems: reader.problems.all() }
}

const kept = <K extends string, V>(field: K, value: V | undefined) =>
  (value === undefined || value === '' ? {} : { [field]: value }) as { [P in K]?: V }

/** A bare number says nothing by itself: "listing 1291276". */
const sourceOf = (cell: string, column: Column | undefined): string =>
  /^\d+$/.test(cell) && column?.name ? `${column.name} ${cell}` : cell

function readRating(
  cell: string,
  column: Column | undefined,
  row: number,
  problems: ProblemList,
): number | undefined {
  if (!column || cell === '') return undefined
  const read = readNumber(cell.replace(/\s*\/\s*\d+$/, ''), column.decimal)
  if (!read) problems.add('badRating', row, column.index, cell)
  return read?.value
}

/** The file's own word counts; else what the rating says; else nobody knows. */
function sentimentIn(
  cell: string,
  of: Partial<Record<FeedbackRole, Column>>,
  rating: number | undefined,
  row: number,
  problems: ProblemList,
): number | undefined {
  const { sentiment: column, rating: rated } = of
  if (column && cell !== '') {
    const most = Math.max(Math.abs(column.least), Math.abs(column.most))
    const read = readSentiment(cell, readNumber(cell, column.decimal)?.value, most)
    if (read === undefined) problems.add('badSentiment', row, column.index, cell)
    else return read
  }
  return rated && rating !== undefined ? sentimentOfRating(rating, rated.least, rated.most) : undefined
}

/** As ISO 8601 writes it where it can be read, else as it stands. */
const readDate = (cell: string, column: Column | undefined): string =>
  cutText(readPeriod(cell, column?.dayOrder ?? 'dayFirst')?.period ?? cell, MOST_DATE)
