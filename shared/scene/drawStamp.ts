import type { Box } from '../geometry/box.ts'
import type { Vec } from '../geometry/vec.ts'
import { frameOf, type Stamp } from '../model/shape.ts'
import type { DrawOp } from './ops.ts'
import { textFont } from './paragraphs.ts'

/** Of a glyph that has no colours of its own. */
export const STAMP_INK = '#000000'

/** The middle of the baseline of an emoji in its box, and how large it is set; in the units of the box. */
export function stampPlace({ x, y, w, h }: Box): { readonly at: Vec; readonly size: number } {
  const size = Math.min(w, h) * 0.82
  return { at: [x + w / 2, y + h / 2 + size * 0.36], size }
}

export function drawStamp(stamp: Stamp): readonly DrawOp[] {
  const { at, size } = stampPlace(frameOf(stamp))
  return [
    {
      op: 'text',
      at,
      line: stamp.emoji,
      font: textFont(size, 400),
      fill: STAMP_INK,
      direction: 'ltr',
    },
  ]
}
