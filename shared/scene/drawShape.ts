import type { Note, Shape } from '../model/shape.ts'
import { layOutNote } from './noteLayout.ts'
import type { DrawOp, Measure } from './ops.ts'
import { INK, PAPER, SHADOW } from './palette.ts'

const NOTE_RADIUS = 4

/** How far a shape's drawing reaches beyond its bounds (the shadow), in page units. */
export const BLEED = 8

/** The one place that knows what a shape looks like. Further kinds join here by their `kind`. */
export function drawShape(shape: Shape, measure: Measure): readonly DrawOp[] {
  return drawNote(shape, measure)
}

function drawNote({ geometry: [x, y, w, h], grow, style, text }: Note, measure: Measure): readonly DrawOp[] {
  const { lines, font, height } = layOutNote({ text, w, h }, measure)
  // A peer may have typed more than `grow` says; what is written is shown all the same.
  const box = { x, y, w, h: Math.max(h + grow, height) }
  const shift = (box.h - height) / 2
  return [
    {
      op: 'rect',
      box: { x: x - 1, y: y + 1, w: w + 2, h: box.h + 4 },
      radius: NOTE_RADIUS + 2,
      fill: SHADOW[0],
    },
    { op: 'rect', box: { x, y: y + 1, w, h: box.h + 1 }, radius: NOTE_RADIUS, fill: SHADOW[1] },
    { op: 'rect', box, radius: NOTE_RADIUS, fill: PAPER[style.color] },
    ...lines.flatMap((line): DrawOp[] =>
      line.text === ''
        ? []
        : [
            {
              op: 'text',
              at: [x + w / 2, y + shift + line.baseline],
              line: line.text,
              font,
              fill: INK,
              direction: line.direction,
            },
          ],
    ),
  ]
}
