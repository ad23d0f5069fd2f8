import { cornersOf } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { lineOf } from '../../shared/model/connectorPath.ts'
import { frameOf, type Shape } from '../../shared/model/shape.ts'
import type { Editor } from '../editor/editor.ts'
import type { Painting } from './boardPicture.ts'
import type { Raster } from './raster.ts'

/**
 * From so many selected shapes on, the lines around each are part of the board's picture and move with it, instead of
 * being drawn over it in every frame.
 */
export const MANY_SELECTED = 60

/** Paints lines around those of `shapes` that are selected. In pixels of the raster. */
export function paintOutlines(
  context: CanvasRenderingContext2D,
  { selection }: Pick<Editor, 'selection'>,
  shapes: readonly Shape[],
  { raster, ratio }: Painting,
  color: string,
): void {
  const selected = selection.get()
  context.beginPath()
  for (const shape of shapes) if (selected.has(shape.id)) traceOutline(context, shape, raster, ratio)
  context.strokeStyle = color
  context.lineWidth = (selected.size === 1 ? 2 : 1.5) * ratio
  context.stroke()
}

/** In pixels of the raster, `ratio` of them a screen unit. A connector is outlined along itself, everything else around its frame, half a line further out. */
export function traceOutline(
  context: CanvasRenderingContext2D,
  shape: Shape,
  raster: Pick<Raster, 'scale' | 'left' | 'top'>,
  ratio: number,
): void {
  const { scale, left, top } = raster
  const rotation = shape.geometry[4]
  if (shape.kind === 'connector') return tracePath(context, lineOf(shape), raster)
  const { x, y, w, h } = frameOf(shape)
  if (rotation === 0) {
    const side = (length: number) => Math.round(length * scale) + 2 * ratio
    context.rect(Math.round(x * scale) - left - ratio, Math.round(y * scale) - top - ratio, side(w), side(h))
    return
  }
  const out = ratio / scale
  const around = { x: x - out, y: y - out, w: w + 2 * out, h: h + 2 * out }
  tracePath(context, cornersOf(around, rotation), raster)
  context.closePath()
}

function tracePath(
  context: CanvasRenderingContext2D,
  points: readonly Vec[],
  { scale, left, top }: Pick<Raster, 'scale' | 'left' | 'top'>,
): void {
  for (const [index, [x, y]] of points.entries()) {
    const [px, py] = [x * scale - left, y * scale - top]
    if (index === 0) context.moveTo(px, py)
    else context.lineTo(px, py)
  }
}
