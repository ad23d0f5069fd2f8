import { NOTE_COLORS, type NoteColor } from '../../shared/model/color.ts'
import type { NewNote } from '../editor/commands/addNotes.ts'
import type { Table } from './readTable.ts'

/** How a table becomes notes. Columns count from 0. */
export interface CsvMapping {
  /** The first row names the columns and is no note. */
  readonly header: boolean
  readonly textColumn: number
  /** Notes with the same value here get the same colour; nothing: all get the current one. */
  readonly colorColumn: number | null
}

/** Longest a column's name plausibly is, in UTF-16 units. */
const MOST_NAME = 40
/** Rows looked at to guess; a table's nature shows early. */
const SAMPLE = 200

/** What is most likely meant: a header if the first row reads like one, and the column with the longest texts. */
export function guessMapping(rows: Table): CsvMapping {
  const header = looksLikeHeader(rows)
  const sample = rows.slice(header ? 1 : 0, SAMPLE)
  const columns = columnsOf(rows)
  const lengths = Array.from({ length: columns }, (_, column) =>
    sample.reduce((sum, row) => sum + (isNumber(row[column]) ? 0 : (row[column] ?? '').length), 0),
  )
  return { header, textColumn: longest(lengths), colorColumn: null }
}

/** Columns that are offered: nobody chooses among thousands, which only a broken file has. */
const MOST_COLUMNS = 200

/** How many columns there are to choose from. */
export const columnsOf = (rows: Table): number =>
  rows.slice(0, SAMPLE).reduce((most, row) => Math.max(most, Math.min(row.length, MOST_COLUMNS)), 0)

const longest = (lengths: readonly number[]): number =>
  lengths.reduce((best, length, index) => (length > (lengths[best] ?? 0) ? index : best), 0)

/** Short, different names over several columns, none of them a number. A list of one column has no header. */
function looksLikeHeader([first, ...rest]: Table): boolean {
  if (!first || first.length < 2 || rest.length === 0) return false
  const names = first.map((cell) => cell.trim())
  return (
    new Set(names).size === names.length &&
    names.every((name) => name !== '' && name.length <= MOST_NAME && !isNumber(name) && !name.includes('\n'))
  )
}

const isNumber = (cell: string | undefined): boolean =>
  cell !== undefined && /^\s*[-+]?[\d.,\s]+%?\s*$/.test(cell)

/** Columns whose values are few enough to be told apart by colour. */
export function colorableColumns(rows: Table, { header, textColumn }: CsvMapping): readonly number[] {
  const columns = columnsOf(rows)
  const values = Array.from({ length: columns }, () => new Set<string>())
  for (const row of header ? rows.slice(1) : rows)
    row.forEach((cell, column) => {
      const seen = values[column]
      if (seen && seen.size <= NOTE_COLORS.length) seen.add(cell.trim())
    })
  return values.flatMap((seen, column) =>
    column !== textColumn && seen.size >= 2 && seen.size <= NOTE_COLORS.length ? [column] : [],
  )
}

/** One note for each row that has text. */
export function notesFromTable(rows: Table, { header, textColumn, colorColumn }: CsvMapping): NewNote[] {
  const colors = new Map<string, NoteColor>()
  const colorOf = (value: string): NoteColor => {
    const known = colors.get(value)
    if (known) return known
    const color = NOTE_COLORS[colors.size % NOTE_COLORS.length] ?? 'yellow'
    colors.set(value, color)
    return color
  }
  return (header ? rows.slice(1) : rows).flatMap((row): NewNote[] => {
    const text = (row[textColumn] ?? '').replace(/\r\n?/g, '\n').trim()
    if (text === '') return []
    return [colorColumn === null ? { text } : { text, color: colorOf((row[colorColumn] ?? '').trim()) }]
  })
}
