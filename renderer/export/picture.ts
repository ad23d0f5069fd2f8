import type { ImagePictures, WantedImage } from '../canvas/imagePictures.ts'
import { createPaintSources } from '../canvas/paintSources.ts'
import { inSlices } from '../editor/inSlices.ts'
import { grow, unionOf, type Box } from '../../shared/geometry/box.ts'
import { boundsOf, type Image, type Shape } from '../../shared/model/shape.ts'
import { BLEED, drawShape } from '../../shared/scene/drawShape.ts'
import type { DrawOp, Measure } from '../../shared/scene/ops.ts'
import type { SceneWords } from '../../shared/scene/sceneWords.ts'
import { paint } from '../../shared/scene/paint.ts'
import type { Dispose } from '../../shared/util/store.ts'

/** Shapes ready to be painted, and the part of the board they cover. */
export interface Picture {
  /** Page units. */
  readonly area: Box
  readonly parts: readonly Part[]
  readonly images: ImagePictures
}

interface Part {
  readonly bounds: Box
  readonly ops: readonly DrawOp[]
  /** The image that is in it, and its longest side in page units. */
  readonly image?: WantedImage
}

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

/** What a picture is made with. */
export interface PictureLook {
  readonly measure: Measure
  readonly images: ImagePictures
  /** Notes say who wrote them. */
  readonly authors?: boolean
  readonly words?: SceneWords | undefined
}

/** What `shapes` (bottom to top) look like: the same drawing operations as on screen. Nothing if it was stopped. */
export async function pictureOf(
  shapes: readonly Shape[],
  area: Box,
  { measure, images, authors = false, words }: PictureLook,
  work: Parameters<typeof inSlices>[2],
): Promise<Picture | undefined> {
  const draw = (shape: Shape): Part => ({
    bounds: grow(boundsOf(shape), BLEED),
    ops: drawShape(shape, { measure, theme: 'light', authors, words }),
    ...(shape.kind === 'image' && { image: wantedOf(shape, 1) }),
  })
  const parts = await inSlices(shapes, draw, work)
  return parts && { area, parts, images }
}

/** An image shape's image, as large as it is at `scale` pixels per page unit. */
export function wantedOf({ asset, geometry: [, , w, h] }: Image, scale: number): WantedImage {
  return { asset, pixels: Math.max(w, h) * scale }
}

/** Resolves once the images in a strip of the picture are there; they are kept until that is released. */
export function holdImages(
  { area, parts, images }: Picture,
  { scale, fromRow = 0, rows }: Pick<PaintOptions, 'scale' | 'fromRow' | 'rows'>,
): Promise<Dispose> {
  const wanted = parts.flatMap(({ bounds, image }) =>
    image && isWithin(bounds, area, { scale, fromRow, rows })
      ? [{ ...image, pixels: image.pixels * scale }]
      : [],
  )
  return images.hold(wanted)
}

const isWithin = (
  { y, h }: Box,
  area: Box,
  { scale, fromRow, rows }: { readonly scale: number; readonly fromRow: number; readonly rows: number },
): boolean => y <= area.y + (fromRow + rows) / scale && y + h >= area.y + fromRow / scale

/**
 * Paints the part of the picture that begins `fromRow` pixels below its top onto a context of `w` by `rows` pixels,
 * at `scale` pixels per page unit.
 */
export function paintPicture(
  context: OffscreenCanvasRenderingContext2D,
  { area, parts, images }: Picture,
  { scale, background, fromRow = 0, rows }: PaintOptions,
): void {
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, context.canvas.width, context.canvas.height)
  if (background !== null) {
    context.fillStyle = background
    context.fillRect(0, 0, context.canvas.width, context.canvas.height)
  }
  context.textRendering = 'geometricPrecision'
  const sources = createPaintSources(images)
  for (const { bounds, ops } of parts) {
    if (!isWithin(bounds, area, { scale, fromRow, rows })) continue
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
