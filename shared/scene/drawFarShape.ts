import { frameOf, hasText, textOf, type Note, type Shape, type Texted } from '../model/shape.ts'
import { drawShape } from './drawShape.ts'
import type { DrawOp, Look } from './ops.ts'
import { PAPER, STROKE } from './palette.ts'
import { largestFont, NOTE_PADDING } from './textBox.ts'

const BAR = 'rgba(31,29,26,0.32)'
const BAR_HEIGHT = 11
const BAR_STEP = 24
/** Roughly how many characters one bar stands for. */
const PER_BAR = 16
const MOST_BARS = 6

/** Text lower than this cannot be read, and is not set at all; screen units. */
const LEAST_TEXT = 5.6

/** Is all of a shape's text too small to be read at this zoom? Then bars do, and nothing has to be measured. */
export function isFar(shape: Shape, zoom: number): boolean {
  return hasText(shape) && largestFont(shape) * zoom < LEAST_TEXT
}

/** How many bars stand for a note's text. */
export const barsOf = (note: Note): number => Math.min(MOST_BARS, Math.ceil(note.text.length / PER_BAR))

/** A shape from so far away that its text cannot be read: bars stand for it. */
export function drawFarShape(shape: Shape, look: Look): readonly DrawOp[] {
  if (!hasText(shape)) return drawShape(shape, look)
  if (shape.kind === 'note' && shape.geometry[4] === 0) return drawFarNote(shape, barsOf(shape))
  const blank = drawShape({ ...shape, text: '' }, look)
  return shape.geometry[4] === 0 ? [...blank, ...barsIn(shape, look)] : blank
}

/** A note without corners and shadow, with so many bars. */
export function drawFarNote(note: Note, count: number): readonly DrawOp[] {
  const box = frameOf(note)
  const width = box.w - 2 * NOTE_PADDING
  const top = box.y + (box.h - count * BAR_STEP) / 2
  const bars = Array.from({ length: count }, (_, row): DrawOp => {
    const last = row === count - 1
    const w = width * (last ? 0.55 : 0.85 - 0.1 * (row % 2))
    return {
      op: 'rect',
      box: { x: box.x + (box.w - w) / 2, y: top + row * BAR_STEP, w, h: BAR_HEIGHT },
      radius: 0,
      fill: BAR,
    }
  })
  return [{ op: 'rect', box, radius: 0, fill: PAPER[note.style.color] }, ...bars]
}

/** What stands for the text of a form, a section or text by itself; the label of a connector is left out. */
function barsIn(shape: Exclude<Texted, Note> | Note, { theme }: Look): readonly DrawOp[] {
  if (shape.kind === 'connector' || shape.text === '') return []
  const frame = frameOf(shape)
  const font = largestFont(shape)
  const color = shape.kind === 'text' ? STROKE[theme][shape.style.color] : STROKE[theme].ink
  const rows = Math.max(
    1,
    Math.min(MOST_BARS, shape.text.split('\n').length, Math.floor(frame.h / (font * 1.3))),
  )
  const w = Math.min(frame.w * 0.8, textOf(shape).length * font * 0.5)
  const middle = shape.kind === 'form'
  const x = middle ? frame.x + (frame.w - w) / 2 : frame.x + Math.min(14, frame.w * 0.1)
  const height = shape.kind === 'section' ? font * 2.4 : frame.h
  const top = frame.y + (height - rows * font * 1.3) / 2
  return Array.from({ length: rows }, (_, row): DrawOp => ({
    op: 'rect',
    box: { x, y: top + row * font * 1.3 + font * 0.4, w, h: font * 0.5 },
    radius: 0,
    fill: `${color}66`,
  }))
}
