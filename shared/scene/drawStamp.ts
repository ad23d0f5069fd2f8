import { frameOf, type Stamp } from '../model/shape.ts'
import type { DrawOp } from './ops.ts'
import { textFont } from './paragraphs.ts'

export function drawStamp(stamp: Stamp): readonly DrawOp[] {
  const { x, y, w, h } = frameOf(stamp)
  const size = Math.min(w, h) * 0.82
  return [
    {
      op: 'text',
      at: [x + w / 2, y + h / 2 + size * 0.36],
      line: stamp.emoji,
      font: textFont(size, 400),
      fill: '#000000',
      direction: 'ltr',
    },
  ]
}
