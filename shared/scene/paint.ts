import { intersects, type Box } from '../geometry/box.ts'
import { unreachable } from '../util/assert.ts'
import type { DrawOp, Font, Stroke } from './ops.ts'

/** What painting needs, and no more: a canvas's context, an OffscreenCanvas's and a test's recorder all fit. */
export interface PaintContext {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  lineCap: string
  lineJoin: string
  globalAlpha: number
  font: string
  textAlign: string
  textBaseline: string
  direction: string
  save(): void
  restore(): void
  translate(x: number, y: number): void
  rotate(radians: number): void
  setLineDash(lengths: number[]): void
  fillRect(x: number, y: number, w: number, h: number): void
  beginPath(): void
  roundRect(x: number, y: number, w: number, h: number, radius: number): void
  fill(): void
  stroke(): void
  fillText(text: string, x: number, y: number): void
  measureText(text: string): { readonly width: number }
}

/** What the painter asks its surroundings for. */
export interface PaintSources {
  /** Fills and strokes an SVG path with the context's present styles. */
  tracePath(context: PaintContext, d: string, how: { readonly fill: boolean; readonly stroke: boolean }): void
  /** Draws a picture into a box, or something in its place if it is not there (yet). */
  drawImage(context: PaintContext, asset: string, box: Box): void
}

/**
 * Paints a picture in page units: the caller has set the transform. Parts that do not touch `seen` (page units) may be
 * left out.
 */
export function paint(
  context: PaintContext,
  ops: readonly DrawOp[],
  sources: PaintSources,
  seen?: Box,
): void {
  for (const op of ops) paintOp(context, op, sources, seen)
}

function paintOp(context: PaintContext, op: DrawOp, sources: PaintSources, seen: Box | undefined): void {
  switch (op.op) {
    case 'rect':
      return paintRect(context, op)
    case 'text':
      return paintText(context, op)
    case 'path': {
      if (op.fill !== undefined) context.fillStyle = op.fill
      if (op.stroke) setStroke(context, op.stroke)
      // What is see-through can be part of something that fades as a whole.
      const alpha = op.opacity === undefined ? 1 : context.globalAlpha
      if (op.opacity !== undefined) context.globalAlpha = alpha * op.opacity
      sources.tracePath(context, op.d, { fill: op.fill !== undefined, stroke: op.stroke !== undefined })
      if (op.opacity !== undefined) context.globalAlpha = alpha
      if (op.stroke?.dash) context.setLineDash([])
      return
    }
    case 'image':
      return sources.drawImage(context, op.asset, op.box)
    case 'part':
      return paintPart(context, op, sources, seen)
    case 'turned':
      context.save()
      context.translate(op.about[0], op.about[1])
      context.rotate((op.degrees * Math.PI) / 180)
      context.translate(-op.about[0], -op.about[1])
      paint(context, op.ops, sources)
      context.restore()
      return
    default:
      return unreachable(op)
  }
}

type Op<N extends DrawOp['op']> = Extract<DrawOp, { op: N }>

function paintPart(
  context: PaintContext,
  { at: [x, y], box, ops }: Op<'part'>,
  sources: PaintSources,
  seen: Box | undefined,
): void {
  const from = seen && { ...seen, x: seen.x - x, y: seen.y - y }
  if (from && !intersects(from, box)) return
  context.translate(x, y)
  paint(context, ops, sources, from)
  context.translate(-x, -y)
}

function paintRect(context: PaintContext, { box, radius, fill, stroke }: Op<'rect'>): void {
  if (fill !== undefined) context.fillStyle = fill
  if (radius === 0 && !stroke) {
    context.fillRect(box.x, box.y, box.w, box.h)
    return
  }
  context.beginPath()
  context.roundRect(box.x, box.y, box.w, box.h, radius)
  if (fill !== undefined) context.fill()
  if (!stroke) return
  setStroke(context, stroke)
  context.stroke()
  if (stroke.dash) context.setLineDash([])
}

function paintText(context: PaintContext, op: Op<'text'>): void {
  context.fillStyle = op.fill
  context.font = cssFont(op.font)
  context.textAlign = op.align ?? 'center'
  context.textBaseline = 'alphabetic'
  context.direction = op.direction
  context.fillText(op.line, op.at[0], op.at[1])
  if (!op.underline) return
  const { width } = context.measureText(op.line)
  const left = op.at[0] - (op.align === 'left' ? 0 : op.align === 'right' ? width : width / 2)
  context.fillRect(left, op.at[1] + op.font.size * 0.12, width, Math.max(0.75, op.font.size / 16))
}

function setStroke(context: PaintContext, { color, width, dash }: Stroke): void {
  context.strokeStyle = color
  context.lineWidth = width
  context.lineCap = 'round'
  context.lineJoin = 'round'
  if (dash) context.setLineDash([...dash])
}

/** As the CSS `font` shorthand has it. */
export const cssFont = ({ size, family, weight, italic }: Font): string =>
  `${italic ? 'italic ' : ''}${weight} ${size}px ${family}`
