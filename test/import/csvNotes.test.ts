import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { colorableColumns, columnsOf, guessMapping, notesFromTable } from '../../renderer/import/csvNotes.ts'
import { decodeText, guessEncoding } from '../../renderer/import/decodeText.ts'
import { readTable } from '../../renderer/import/readTable.ts'

const reviews = readFileSync(new URL('../fixtures/guest-reviews.csv', import.meta.url), 'utf8')

test('real reviews with quotes and line breaks within cells make one note each', () => {
  const { rows, broken } = readTable(reviews)
  expect([rows.length, broken]).toEqual([121, []])
  const mapping = guessMapping(rows)
  expect(mapping).toEqual({ header: true, textColumn: 3, colorColumn: null })
  const notes = notesFromTable(rows, mapping)
  expect(notes).toHaveLength(120)
  expect(notes.some(({ text }) => text.includes('\n'))).toBe(true)
  expect(notes.every(({ text }) => !text.includes('\r'))).toBe(true)
})

test('a column with few values can colour the notes', () => {
  const { rows } = readTable(reviews)
  const mapping = guessMapping(rows)
  expect(colorableColumns(rows, mapping)).toEqual([2])
  const notes = notesFromTable(rows, { ...mapping, colorColumn: 2 })
  expect(new Set(notes.map(({ color }) => color)).size).toBe(3)
})

test.each([
  [
    'a;b\n1;2',
    [
      ['a', 'b'],
      ['1', '2'],
    ],
  ],
  ['a\tb', [['a', 'b']]],
  ['"a ""quoted"" word",b', [['a "quoted" word', 'b']]],
  [
    '"two\nlines",b\r\nc,d',
    [
      ['two\nlines', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'a,b\n\n\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
])('%j is read', (text, rows) => {
  expect(readTable(text)).toEqual({ rows, broken: [] })
})

test('a table of absurdly many columns is read without harm', () => {
  const { rows } = readTable(`${'x,'.repeat(300_000)}y\nshort,a longer text`)
  const mapping = guessMapping(rows)
  expect(columnsOf(rows)).toBe(200)
  expect(notesFromTable(rows, mapping).length).toBeGreaterThan(0)
})

test('a quote that is never closed is reported, and the rows before it are kept', () => {
  const { rows, broken } = readTable('a,b\n"never closed,c')
  expect(rows[0]).toEqual(['a', 'b'])
  expect(broken.length).toBeGreaterThan(0)
})

test('a list of one column has no header and loses no line', () => {
  const { rows } = readTable('first\nsecond\nthird')
  expect(notesFromTable(rows, guessMapping(rows)).map(({ text }) => text)).toEqual([
    'first',
    'second',
    'third',
  ])
})

test('any table written by the rules is read back as it was', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', '"', ',', '\n', ';', ' ', 'ć', '۱', '😀'),
    maxLength: 8,
  })
  const row = fc
    .array(cell, { minLength: 2, maxLength: 4 })
    .filter((cells) => cells.some((c) => c.trim() !== ''))
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
      const text = rows
        .map((cells) => cells.map((c) => `"${c.replaceAll('"', '""')}"`).join(','))
        .join('\r\n')
      expect(readTable(text, ',').rows).toEqual(rows)
    }),
    { numRuns: 300 },
  )
})

test('encodings of spreadsheets are recognised', () => {
  const bytes = (...values: number[]) => new Uint8Array(values)
  const utf8 = new TextEncoder().encode('Čekanje')
  expect(guessEncoding(utf8, 'hr')).toBe('utf-8')
  expect(guessEncoding(bytes(0xc8, 0x65), 'hr')).toBe('windows-1250')
  expect(decodeText(bytes(0xc8, 0x65), 'windows-1250')).toBe('Če')
  expect(guessEncoding(bytes(0xcf, 0xf0), 'ru')).toBe('windows-1251')
  expect(guessEncoding(bytes(0xff, 0xfe, 0x61, 0), 'en')).toBe('utf-16le')
  expect(decodeText(bytes(0xef, 0xbb, 0xbf, 0x61), 'utf-8')).toBe('a')
})
