import { grow, unionOf, type Box } from '../../shared/geometry/box.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { BLEED } from '../../shared/scene/drawShape.ts'
import type { DrawOp } from '../../shared/scene/ops.ts'
import { paint, type PaintSources } from '../../shared/scene/paint.ts'
import type { Sprite } from './sprites.ts'

/** Larger pictures are not kept: few of them are seen at a time. Pixels. */
const MOST_PIXELS = 2 ** 20
/** Paths longer than this are slow enough to paint that a picture of them pays; characters. */
const LONG_PATH = 400

/** So are more operations than this, however short. */
const MANY_OPS = 12

/** Is a shape slow enough to paint, and small enough, for a picture of it to be kept? */
export function isWorthKeeping(ops: readonly DrawOp[], area: Box, scale: number): boolean {
  const fits = area.w * area.h * scale * scale <= MOST_PIXELS
  return fits && (ops.length > MANY_OPS || ops.some(isSlow)) && !ops.some(hasImage)
}

/** Text is shaped and long paths are filled every time anew. */
const isSlow = (op: DrawOp): boolean =>
  op.op === 'text' || (op.op === 'path' && op.d.length > LONG_PATH) || (isWhole(op) && op.ops.some(isSlow))

/** Images are pictures already, and may come in a better size at any time. */
const hasImage = (op: DrawOp): boolean => op.op === 'image' || (isWhole(op) && op.ops.some(hasImage))

/** Is it made of others? */
const isWhole = (op: DrawOp): op is Extract<DrawOp, { op: 'turned' | 'part' }> =>
  op.op === 'turned' || op.op === 'part'

/** What of the page a shape's drawing may touch: shadows and lines reach beyond its bounds. */
export function drawnBox(shape: Shape, ops: readonly DrawOp[]): Box {
  const bounds = boundsOf(shape)
  const reach = ops.some((op) => op.op !== 'rect' && op.op !== 'text') ? BLEED : 2
  return unionOf([grow(bounds, reach), ...ops.flatMap(rectOf)]) ?? bounds
}

function rectOf(op: DrawOp): readonly Box[] {
  if (op.op !== 'rect') return []
  return [op.stroke ? grow(op.box, op.stroke.width) : op.box]
}

/** Pixel on which a coordinate of the page falls. */
export const pixelOf = (coordinate: number, scale: number): number => Math.round(coordinate * scale)

/** Paints a shape once. Its corner falls on a corner of a pixel, so that its edges are sharp wherever it lies. */
export function makeSprite(
  shape: Shape,
  ops: readonly DrawOp[],
  scale: number,
  sources: PaintSources,
): Sprite | undefined {
  const { x, y } = boundsOf(shape)
  const area = drawnBox(shape, ops)
  const dx = Math.floor((area.x - x) * scale)
  const dy = Math.floor((area.y - y) * scale)
  const w = Math.ceil((area.x + area.w - x) * scale) - dx
  const h = Math.ceil((area.y + area.h - y) * scale) - dy
  const context = new OffscreenCanvas(Math.max(1, w), Math.max(1, h)).getContext('2d')
  if (!context) return undefined
  context.setTransform(scale, 0, 0, scale, -dx - x * scale, -dy - y * scale)
  context.textRendering = 'geometricPrecision'
  paint(context, ops, sources)
  return { bitmap: context.canvas.transferToImageBitmap(), scale, dx, dy }
}
