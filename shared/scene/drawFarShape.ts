import { boundsOf, textOf, type Shape } from '../model/shape.ts'
import { drawShape } from './drawShape.ts'
import type { DrawOp, Look } from './ops.ts'
import { PAPER } from './palette.ts'
import { NOTE_PADDING } from './textBox.ts'

const BAR = 'rgba(31,29,26,0.32)'
const BAR_HEIGHT = 11
const BAR_STEP = 24
/** Roughly how many characters one bar stands for. */
const PER_BAR = 16
const MOST_BARS = 6

/** A shape from so far away that not even lines can be told apart: a note is its colour. */
export function drawDistantShape(shape: Shape, look: Look): readonly DrawOp[] {
  if (shape.kind !== 'note' || shape.geometry[4] !== 0) return drawFarShape(shape, look)
  return [{ op: 'rect', box: boundsOf(shape), radius: 0, fill: PAPER[shape.style.color] }]
}

/** A shape from so far away that its text cannot be read: on notes bars stand for lines, and no text is measured. */
export function drawFarShape(shape: Shape, look: Look): readonly DrawOp[] {
  if (shape.kind !== 'note' || shape.geometry[4] !== 0) return drawShape(shape, look)
  const box = boundsOf(shape)
  const count = Math.min(MOST_BARS, Math.ceil(textOf(shape).length / PER_BAR))
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
  return [{ op: 'rect', box, radius: 0, fill: PAPER[shape.style.color] }, ...bars]
}
