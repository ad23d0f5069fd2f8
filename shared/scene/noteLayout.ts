import type { Geometry } from '../model/shape.ts'
import { directionOfText } from './direction.ts'
import type { Direction, Font, Measure } from './ops.ts'
import { TEXT_FAMILY } from './palette.ts'
import { piecesOf, wrap, type MeasureText, type Wrapped } from './wrap.ts'

/** Space between a note's edge and its text, in page units. */
export const NOTE_PADDING = 14
/** Side of a new note, in page units. */
export const NOTE_SIZE = 200
export const NOTE_LINE_HEIGHT = 1.3
const NOTE_WEIGHT = 450

/** Text shrinks along these sizes (page units) to the floor, the last; then the note grows. */
const SIZES = [112, 96, 80, 72, 64, 56, 48, 40, 36, 32, 28, 24, 21, 18, 16, 14] as const
const FLOOR = 14
/** Largest size on a note of NOTE_SIZE; larger notes may use larger text. */
const LARGEST = 28

export interface NoteLine {
  readonly text: string
  readonly direction: Direction
  /** Baseline, from the note's top, in page units. */
  readonly baseline: number
}

/** A note's text set in its box. */
export interface NoteLayout {
  readonly font: Font
  readonly lines: readonly NoteLine[]
  /** What the note must be tall to hold its text: at least its own height. Page units. */
  readonly height: number
}

interface NoteBox {
  readonly text: string
  readonly w: number
  readonly h: number
}

export const noteFont = (size: number): Font => ({ family: TEXT_FAMILY, size, weight: NOTE_WEIGHT })

/** Fits text into a note: the largest size at which all lines fit and no word is cut, else the floor and a taller note. */
export function layOutNote({ text, w, h }: NoteBox, measure: Measure): NoteLayout {
  const width = Math.max(1, w - 2 * NOTE_PADDING)
  const room = Math.max(0, h - 2 * NOTE_PADDING)
  const cap = LARGEST * Math.max(1, Math.min(w, h) / NOTE_SIZE)
  // Widths grow in proportion to the size, so each word is measured once, at size 1.
  const unit: MeasureText = (piece) => measure(piece, UNIT_FONT) / UNIT_FONT.size
  const pieces = piecesOf(text)
  for (const size of SIZES) {
    if (size > cap) continue
    const wrapped = wrap(pieces, width / size, unit, Math.floor(room / (size * NOTE_LINE_HEIGHT)))
    if (!wrapped.cut && !wrapped.tooLong) return place(text, wrapped, size, h)
  }
  const wrapped = wrap(pieces, width / FLOOR, unit)
  const needed = wrapped.lines.length * FLOOR * NOTE_LINE_HEIGHT + 2 * NOTE_PADDING
  return place(text, wrapped, FLOOR, Math.max(h, needed))
}

const UNIT_FONT: Font = noteFont(100)

function place(text: string, { lines }: Wrapped, size: number, height: number): NoteLayout {
  const directions = text.split('\n').map(directionOfText)
  const step = size * NOTE_LINE_HEIGHT
  const top = (height - lines.length * step) / 2
  return {
    font: noteFont(size),
    height,
    lines: lines.map((line, row) => ({
      text: line.text,
      direction: directions[line.paragraph] ?? 'ltr',
      // Inter's ascent and descent average to a baseline 0.36 em below the middle of the line.
      baseline: top + (row + 0.5) * step + size * 0.36,
    })),
  }
}

/** How much taller than its geometry a note must be for its text, in page units. */
export function growthOf(text: string, [, , w, h]: Geometry, measure: Measure): number {
  return layOutNote({ text, w, h }, measure).height - h
}
