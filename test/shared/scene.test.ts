import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import type { Note } from '../../shared/model/shape.ts'
import type { Look, Measure } from '../../shared/scene/ops.ts'
import { directionOfText } from '../../shared/scene/direction.ts'
import { drawShape } from '../../shared/scene/drawShape.ts'
import { growthOf, layOutText, naturalWidth } from '../../shared/scene/textLayout.ts'
import { textBoxOf } from '../../shared/scene/textBox.ts'
import { paint } from '../../shared/scene/paint.ts'
import { paragraphsOf } from '../../shared/scene/paragraphs.ts'
import { wrap } from '../../shared/scene/wrap.ts'
import { monospace } from '../support/measure.ts'
import { isWellFormed } from '../support/isWellFormed.ts'

const count = (text: string): number => Array.from(text).length
const single: Measure = (text) => count(text) * 100
const lines = (text: string, width: number): string[] =>
  paragraphsOf(text, undefined, 450, single).flatMap((paragraph) =>
    wrap(paragraph, width).lines.map(({ from, to }) => paragraph.text.slice(from, to)),
  )

test.each([
  ['one two three', 8, ['one two', 'three']],
  ['one  two', 20, ['one  two']],
  ['a\n\nb', 10, ['a', '', 'b']],
  ['', 10, ['']],
  ['well-known side/effect', 6, ['well-', 'known', 'side/', 'effect']],
  ['abcdefghij', 4, ['abcd', 'efgh', 'ij']],
  ['日本語の文章', 3, ['日本語', 'の文章']],
  ['trailing   ', 8, ['trailing']],
  ['-5 degrees', 10, ['-5 degrees']],
])('%j breaks at width %d', (text, width, expected) => {
  expect(lines(text, width)).toEqual(expected)
})

test('wrapping loses nothing but spaces at line ends, keeps lines within the width, and never cuts an emoji', () => {
  const piece = fc.constantFrom(
    'a',
    'word',
    'дом',
    'خانه',
    '👩‍👩‍👧',
    '🎉',
    ' ',
    '  ',
    '-',
    '/',
    '\n',
    '東',
    'ć',
    'e\u0301',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), fc.integer({ min: 8, max: 30 }), (pieces, width) => {
      const text = pieces.join('')
      const wrapped = lines(text, width)
      const solid = (value: string) => value.replaceAll(/\s/g, '')
      expect(solid(wrapped.join(''))).toBe(solid(text))
      for (const line of wrapped) {
        expect(count(line)).toBeLessThanOrEqual(width)
        expect(isWellFormed(line)).toBe(true)
        expect(line).not.toMatch(/^\u200d|\u200d$|^\u0301/)
      }
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['Hello', 'ltr'],
  ['سلام Airbnb', 'rtl'],
  ['۱۲۳ سلام', 'rtl'],
  ['«سلام»', 'rtl'],
  ['123', 'ltr'],
  ['Привет سلام', 'ltr'],
  ['🎉 שלום', 'rtl'],
  ['', 'ltr'],
])('the direction of %j is %s', (text, expected) => {
  expect(directionOfText(text)).toBe(expected)
})

test('short text is large, longer text shrinks to the floor, then the note grows', () => {
  const at = (text: string) => setNote(text, 200, 200)
  expect(at('Hi')).toMatchObject({ font: { size: 28 }, height: 200 })
  const medium = at('word '.repeat(20).trim())
  expect(medium.font.size).toBeLessThan(28)
  expect(medium.height).toBe(200)
  const long = at('word '.repeat(100).trim())
  expect(long.font.size).toBe(14)
  expect(long.height).toBeGreaterThan(200)
})

test('a word is made smaller before it is cut', () => {
  const { font, lines: set } = setNote('extraordinarily', 200, 200)
  expect(set.map((line) => line.text)).toEqual(['extraordinarily'])
  expect(font.size).toBeLessThan(28)
})

test('text always fits the note that it makes', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400 }), fc.integer({ min: 80, max: 600 }), (text, w) => {
      const layout = setNote(text, w, 120)
      const last = layout.lines.at(-1)
      expect(last === undefined || last.at[1] <= layout.height - 10).toBe(true)
      expect(layout.lines[0]?.at[1] ?? 99).toBeGreaterThan(0)
      expect(growthOf({ ...note(text), geometry: [0, 0, w, 120, 0] }, monospace)).toBe(layout.height - 120)
    }),
    { numRuns: 300 },
  )
})

const look: Look = { measure: monospace, theme: 'light' }
const setNote = (text: string, w: number, h: number) =>
  layOutText(textBoxOf({ ...note(text), geometry: [0, 0, w, h, 0] }), monospace)

const note = (text: string): Note => ({
  id: 'n' as ShapeId,
  kind: 'note',
  board: FIRST_BOARD,
  geometry: [100, 50, 200, 200, 0],
  order: 'a0',
  style: { color: 'pink' },
  text,
  grow: 0,
})

test('each paragraph of a note has its own direction', () => {
  const ops = drawShape(note('Check-in\nکلید را بگیر'), look)
  expect(ops.flatMap((op) => (op.op === 'text' ? [[op.line, op.direction]] : []))).toEqual([
    ['Check-in', 'ltr'],
    ['کلید را بگیر', 'rtl'],
  ])
})

test('what is drawn of a note is its shadow, its paper and its lines', () => {
  expect(drawShape(note('Arrive\nSleep'), look)).toMatchInlineSnapshot(`
    [
      {
        "box": {
          "h": 204,
          "w": 202,
          "x": 99,
          "y": 51,
        },
        "fill": "rgba(31,29,26,0.05)",
        "op": "rect",
        "radius": 6,
      },
      {
        "box": {
          "h": 201,
          "w": 200,
          "x": 100,
          "y": 51,
        },
        "fill": "rgba(31,29,26,0.08)",
        "op": "rect",
        "radius": 4,
      },
      {
        "box": {
          "h": 200,
          "w": 200,
          "x": 100,
          "y": 50,
        },
        "fill": "#ffb5c5",
        "op": "rect",
        "radius": 4,
      },
      {
        "at": [
          200,
          141.88,
        ],
        "direction": "ltr",
        "fill": "#1f1d1a",
        "font": {
          "family": "'Inter Variable', 'Vazirmatn Variable', 'Noto Color Emoji', sans-serif",
          "size": 28,
          "weight": 450,
        },
        "line": "Arrive",
        "op": "text",
      },
      {
        "at": [
          200,
          178.28,
        ],
        "direction": "ltr",
        "fill": "#1f1d1a",
        "font": {
          "family": "'Inter Variable', 'Vazirmatn Variable', 'Noto Color Emoji', sans-serif",
          "size": 28,
          "weight": 450,
        },
        "line": "Sleep",
        "op": "text",
      },
    ]
  `)
})

const sources = { tracePath: () => undefined, drawImage: () => undefined }

test('painting writes every line at its place with its font', () => {
  const calls: unknown[] = []
  const context = {
    fillStyle: '' as unknown,
    strokeStyle: '' as unknown,
    lineWidth: 1,
    lineCap: '',
    lineJoin: '',
    globalAlpha: 1,
    save: () => undefined,
    restore: () => undefined,
    translate: () => undefined,
    rotate: () => undefined,
    setLineDash: () => undefined,
    stroke: () => undefined,
    measureText: () => ({ width: 0 }),
    font: '',
    textAlign: '',
    textBaseline: '',
    direction: '',
    fillRect: () => undefined,
    beginPath: () => undefined,
    roundRect: () => undefined,
    fill: () => undefined,
    fillText(text: string, x: number) {
      calls.push([text, x, this.direction, this.textAlign])
    },
  }
  paint(context, drawShape(note('Key\nکلید'), look), sources)
  expect(calls).toEqual([
    ['Key', 200, 'ltr', 'center'],
    ['کلید', 200, 'rtl', 'center'],
  ])
})

test('a text as wide as its longest line is not broken', () => {
  const box = { ...textBoxOf(note('a\nlonger line')), size: { fixed: 20 } }
  const w = naturalWidth(box, 20, monospace)
  expect(layOutText({ ...box, w }, monospace).lines.map(({ text }) => text)).toEqual(['a', 'longer line'])
})

test('tags stand under the text, which makes room for them, and as many as fit', () => {
  const tagged: Note = {
    ...note('word '.repeat(60).trim()),
    tags: ['arrival', 'a very long tag that is cut', 'x', 'y'],
  }
  expect(growthOf(tagged, monospace)).toBeGreaterThan(growthOf({ ...tagged, tags: [] }, monospace))
  const grown = { ...tagged, grow: growthOf(tagged, monospace) }
  const texts = drawShape(grown, look).flatMap((op) => (op.op === 'text' ? [op] : []))
  const tags = texts.filter(({ font }) => font.size === 11)
  const words = texts.filter(({ font }) => font.size !== 11)
  expect(tags.map(({ line }) => line)).toEqual(['arrival', expect.stringMatching(/^a very.*…$/), '+2'])
  const lowest = Math.max(...words.map(({ at }) => at[1]))
  for (const tag of tags) expect(tag.at[1] - 12).toBeGreaterThan(lowest)
})

test('who wrote a note stands on it when that is asked for', () => {
  const written: Note = { ...note('x'), author: 'Zoë' }
  const linesOn = (authors: boolean) =>
    drawShape(written, { ...look, authors }).flatMap((op) => (op.op === 'text' ? [op.line] : []))
  expect(linesOn(true)).toEqual(['x', 'Zoë'])
  expect(linesOn(false)).toEqual(['x'])
})
