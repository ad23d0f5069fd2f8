import type { DrawOp, Font } from './ops.ts'

/** What painting needs, and no more: a canvas's context, an OffscreenCanvas's and a test's recorder all fit. */
export interface PaintContext {
  fillStyle: unknown
  font: string
  textAlign: string
  textBaseline: string
  direction: string
  fillRect(x: number, y: number, w: number, h: number): void
  beginPath(): void
  roundRect(x: number, y: number, w: number, h: number, radius: number): void
  fill(): void
  fillText(text: string, x: number, y: number): void
}

/** Paints a picture in page units: the caller has set the transform. */
export function paint(context: PaintContext, ops: readonly DrawOp[]): void {
  for (const op of ops) {
    context.fillStyle = op.fill
    if (op.op === 'rect' && op.radius === 0) {
      context.fillRect(op.box.x, op.box.y, op.box.w, op.box.h)
    } else if (op.op === 'rect') {
      context.beginPath()
      context.roundRect(op.box.x, op.box.y, op.box.w, op.box.h, op.radius)
      context.fill()
    } else {
      context.font = cssFont(op.font)
      context.textAlign = 'center'
      context.textBaseline = 'alphabetic'
      context.direction = op.direction
      context.fillText(op.line, op.at[0], op.at[1])
    }
  }
}

/** As the CSS `font` shorthand has it. */
export const cssFont = ({ size, family, weight }: Font): string => `${weight} ${size}px ${family}`
