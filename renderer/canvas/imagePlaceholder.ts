import type { Box } from '../../shared/geometry/box.ts'

const PAPER = 'rgba(125,120,111,0.16)'
const LINES = 'rgba(125,120,111,0.75)'

/** Stands for an image that is on its way. */
export function paintWaitingImage(context: CanvasRenderingContext2D, { x, y, w, h }: Box): void {
  context.fillStyle = PAPER
  context.fillRect(x, y, w, h)
}

/** A picture frame with a crack, in a square of 24. */
const FRAME = 'M6 3H18A3 3 0 0 1 21 6V18A3 3 0 0 1 18 21H6A3 3 0 0 1 3 18V6A3 3 0 0 1 6 3Z'
const CRACK = 'M3 14.5L8 9.5L11 13L13.5 10.5L17 15L21 11.5'
const GLYPH = 24

/** Stands for an image that is not in the workshop, or that is damaged. */
export function paintMissingImage(context: CanvasRenderingContext2D, box: Box): void {
  const { x, y, w, h } = box
  paintWaitingImage(context, box)
  const side = Math.min(w, h)
  const line = Math.max(1, side / 200)
  context.strokeStyle = LINES
  context.lineWidth = line
  context.setLineDash([4 * line, 3 * line])
  context.strokeRect(x + line / 2, y + line / 2, Math.max(0, w - line), Math.max(0, h - line))
  context.setLineDash([])
  const scale = Math.min(side * 0.3, 96) / GLYPH
  context.save()
  context.translate(x + w / 2 - (GLYPH * scale) / 2, y + h / 2 - (GLYPH * scale) / 2)
  context.scale(scale, scale)
  context.lineWidth = 1.6
  context.lineJoin = 'round'
  context.lineCap = 'round'
  context.stroke(new Path2D(FRAME))
  context.stroke(new Path2D(CRACK))
  context.restore()
}
