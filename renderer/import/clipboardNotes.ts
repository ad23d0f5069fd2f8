import { readTable, type Table } from './readTable.ts'

/** What a paste becomes: notes in a grid, in reading order; an empty text leaves its place free. */
export interface PastedNotes {
  readonly texts: readonly string[]
  /** Notes side by side, as the table had them; a list has none. */
  readonly columns?: number
}

/**
 * Notes from the clipboard: a table (HTML first, since it keeps cells apart for certain; else tab-separated text) makes
 * one note a cell, several lines make one note a line, anything else one note. Nothing for an empty clipboard.
 */
export function clipboardNotes(html: string, text: string): PastedNotes | undefined {
  const table = tableInHtml(html) ?? tableInText(text)
  if (table) return fromTable(table)
  const lines = text
    .split(/\r\n|\r|\n/)
    .map(withoutBullet)
    .filter((line) => line !== '')
  return lines.length === 0 ? undefined : { texts: lines }
}

/** A table with more places than this is mostly gaps, and not worth keeping its arrangement for. */
const MOST_PLACES = 100_000

function fromTable(table: Table): PastedNotes | undefined {
  const rows = table.map((row) => row.map((cell) => cell.trim()))
  const cells = rows.flat().filter((cell) => cell !== '')
  if (cells.length === 0) return undefined
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  if (columns * rows.length > MOST_PLACES) return { texts: cells }
  return {
    texts: rows.flatMap((row) => Array.from({ length: columns }, (_, column) => row[column] ?? '')),
    columns,
  }
}

function tableInText(text: string): Table | undefined {
  return text.includes('\t') ? readTable(text, '\t').rows : undefined
}

/** Cells of the first table. Parsing makes an inert document: no script runs, nothing is fetched, only text is read. */
function tableInHtml(html: string): Table | undefined {
  if (!/<table[\s>]/i.test(html)) return undefined
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (!table) return undefined
  return Array.from(table.rows, (row) => Array.from(row.cells, textOf))
}

/** A cell's text with its line breaks. Where the markup itself breaks its lines means nothing. */
function textOf(cell: Element): string {
  const texts = cell.ownerDocument.createNodeIterator(cell, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode())
    node.nodeValue = (node.nodeValue ?? '').replace(/\s+/g, ' ')
  for (const br of cell.querySelectorAll('br')) br.replaceWith('\n')
  for (const block of cell.querySelectorAll('p, div, li')) block.append('\n')
  return (cell.textContent ?? '').replace(/ *\n */g, '\n').trim()
}

/** A line of a list without its bullet, check box or number. */
function withoutBullet(line: string): string {
  return line
    .trim()
    .replace(/^(?:[-*+•◦‣▪–—]|\d{1,3}[.)]|[۰-۹]{1,3}[.)-]|\[[ xX]?\])\s+/, '')
    .replace(/^\[[ xX]?\]\s+/, '')
    .trim()
}
