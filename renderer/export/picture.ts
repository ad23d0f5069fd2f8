import { createPaintSources } from '../canvas/paintSources.ts'
import { inSlices } from '../editor/inSlices.ts'
import { grow, unionOf, type Box } from '../../shared/geometry/box.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { BLEED, drawShape } from '../../shared/scene/drawShape.ts'
import type { DrawOp, Measure } from '../../shared/scene/ops.ts'
import { paint } from '../../shared/scene/paint.ts'

/** Shapes ready to be painted, and the part of the board they cover. */
export interface Picture {
  /** Page units. */
  readonly area: Box
  readonly parts: readonly { readonly bounds: Box; readonly ops: readonly DrawOp[] }[]
}

const sources = createPaintSources()

/** White around the outermost shapes, in page units. */
const MARGIN = 32

/** The part of the board that a picture of `shapes` covers: whole page units around them; nothing for none. */
export function pictureArea(shapes: readonly Shape[]): Box | undefined {
  const around = unionOf(shapes.map(boundsOf))
  if (!around) return undefined
  const { x, y, w, h } = grow(around, MARGIN)
  const [left, top] = [Math.floor(x), Math.floor(y)]
  return { x: left, y: top, w: Math.ceil(x + w) - left, h: Math.ceil(y + h) - top }
}

/** What `shapes` (bottom to top) look like: the same drawing operations as on screen. Nothing if it was stopped. */
export async function pictureOf(
  shapes: readonly Shape[],
  area: Box,
  measure: Measure,
  work: Parameters<typeof inSlices>[2],
): Promise<Picture | undefined> {
  const draw = (shape: Shape) => ({
    bounds: grow(boundsOf(shape), BLEED),
    ops: drawShape(shape, { measure, theme: 'light' }),
  })
  const parts = await inSlices(shapes, draw, work)
  return parts && { area, parts }
}

/**
 * Paints the part of the picture that begins `fromRow` pixels below its top onto a context of `w` by `rows` pixels,
 * at `scale` pixels per page unit.
 */
export function paintPicture(
  context: OffscreenCanvasRenderingContext2D,
  { area, parts }: Picture,
  { scale, background, fromRow = 0, rows }: PaintOptions,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  if (background !== null) {
    context.fillStyle = background
    context.fillRect(0, 0, context.canvas.width, context.canvas.height)
  }
  context.textRendering = 'geometricPrecision'
  const top = area.y + fromRow / scale
  const bottom = top + rows / scale
  for (const { bounds, ops } of parts) {
    if (bounds.y > bottom || bounds.y + bounds.h < top) continue
    context.setTransform(scale, 0, 0, scale, -area.x * scale, -area.y * scale - fromRow)
    paint(context, ops, sources)
  }
}

interface PaintOptions {
  readonly scale: number
  /** CSS colour, or nothing for transparent. */
  readonly background: string | null
  readonly fromRow?: number
  readonly rows: number
}
