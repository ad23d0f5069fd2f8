import type { Texted } from '../model/shape.ts'
import type { DrawOp, Look } from './ops.ts'
import { textBoxOf } from './textBox.ts'
import { layOutText } from './textLayout.ts'

/** The lines of a shape's text in its box, in one colour. */
export function drawText(shape: Texted, fill: string, { measure }: Look): readonly DrawOp[] {
  if (shape.text === '') return []
  const [x, y] = shape.geometry
  const { lines, font, height } = layOutText(textBoxOf(shape), measure)
  // A peer may have typed more than `grow` says; what is written is shown all the same.
  const spare = 'grow' in shape ? Math.max(0, shape.geometry[3] + shape.grow - height) / 2 : 0
  return lines.flatMap((line): DrawOp[] =>
    line.text === ''
      ? []
      : [
          {
            op: 'text',
            at: [x + line.at[0], y + spare + line.at[1]],
            ...(line.align !== 'center' && { align: line.align }),
            line: line.text,
            font,
            fill,
            direction: line.direction,
          },
        ],
  )
}
