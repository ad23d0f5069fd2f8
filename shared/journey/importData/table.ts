import { isNothing, readNumber, decimalOf, type Decimal } from './readNumber.ts'
import { dayOrderOf, readPeriod, type DayOrder } from './readPeriod.ts'

/** Rows of cells, as read from a file. Rows may differ in length. */
export type Rows = readonly (readonly string[])[]

/** What a column of a table looks like. Counts are of the rows looked at, without the names of the columns. */
export interface Column {
  readonly index: number
  /** As the file names it; empty where it has no names. */
  readonly name: string
  /** Cells that say something. */
  readonly filled: number
  readonly numbers: number
  readonly periods: number
  /** Different values, in the order in which they come first; no more than `MOST_VALUES`. */
  readonly values: readonly string[]
  /** Mean length of the cells that say something, UTF-16 units. */
  readonly length: number
  readonly decimal: Decimal
  readonly dayOrder: DayOrder
  /** Of its numbers. */
  readonly least: number
  readonly most: number
  readonly whole: boolean
  readonly percent: boolean
}

/** Rows looked at to tell what a column is. */
const SAMPLE = 1000
/** From here on, values are no groups any more. */
export const MOST_VALUES = 40
/** Nobody chooses among more columns, which only a broken file has. */
const MOST_COLUMNS = 100
/** Longest a number or a time is, UTF-16 units. */
const LONGEST_FIGURE = 48
/** Longest a column's name plausibly is, UTF-16 units. */
const MOST_NAME = 60

/** The rows that hold what was measured or said. */
export const rowsBelow = (rows: Rows, header: boolean): Rows => (header ? rows.slice(1) : rows)

/** Whether the first row names the columns: short, different words, none of them a number. */
export function hasHeader([first, ...rest]: Rows): boolean {
  if (!first || rest.length === 0) return false
  const names = first.map((cell) => cell.trim()).filter((cell) => cell !== '')
  return (
    names.length > 1 &&
    new Set(names).size === names.length &&
    names.every(
      (name) => name.length <= MOST_NAME && !name.includes('\n') && readNumber(name, '.') === undefined,
    )
  )
}

/** What was found out of tables, which never change, with and without a row of names. */
const known = new WeakMap<Rows, Map<boolean, readonly Column[]>>()

/** The same list for the same table. */
export function columnsOf(rows: Rows, header: boolean): readonly Column[] {
  const both = known.get(rows) ?? new Map<boolean, readonly Column[]>()
  known.set(rows, both)
  const columns = both.get(header) ?? findColumns(rows, header)
  both.set(header, columns)
  return columns
}

function findColumns(rows: Rows, header: boolean): readonly Column[] {
  const body = rowsBelow(rows, header).slice(0, SAMPLE)
  const count = [rows[0] ?? [], ...body].reduce((most, row) => Math.max(most, row.length), 0)
  return Array.from({ length: Math.min(count, MOST_COLUMNS) }, (_, index) =>
    describe(
      index,
      header ? (rows[0]?.[index] ?? '').trim() : '',
      body.map((row) => row[index] ?? ''),
    ),
  )
}

function describe(index: number, name: string, cells: readonly string[]): Column {
  const filled = cells.filter((cell) => !isNothing(cell))
  // Nobody takes a sentence for a number, and trying takes time.
  const short = filled.filter((cell) => cell.length <= LONGEST_FIGURE)
  const decimal = decimalOf(short)
  const dayOrder = dayOrderOf(short)
  const read = short.flatMap((cell) => readNumber(cell, decimal) ?? [])
  const values = read.map(({ value }) => value)
  return {
    index,
    name,
    filled: filled.length,
    numbers: read.length,
    periods: short.filter((cell) => readPeriod(cell, dayOrder)).length,
    values: differentValues(filled),
    length: filled.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, filled.length),
    decimal,
    dayOrder,
    least: values.reduce((a, b) => Math.min(a, b), Infinity),
    most: values.reduce((a, b) => Math.max(a, b), -Infinity),
    whole: values.every((value) => Number.isInteger(value)),
    percent: read.some(({ percent }) => percent),
  }
}

/** Values of a column, in the order in which they come first. */
function differentValues(cells: readonly string[]): readonly string[] {
  const found = new Set<string>()
  for (const cell of cells) {
    if (found.size >= MOST_VALUES) break
    found.add(cell.trim())
  }
  return [...found]
}

/** Are most of its cells of this nature? */
export const mostly = (count: number, { filled }: Column): boolean => filled > 0 && count >= filled * 0.6

/** What columns are named after, as one word a blank apart: `Mean_BounceRate` → `mean bounce rate`. */
export const wordsOf = (name: string): string =>
  name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/[_\-./:]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
