import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { unionOf } from '../../shared/geometry/box.ts'
import { drawFarShape } from '../../shared/scene/drawFarShape.ts'
import type { Measure } from '../../shared/scene/ops.ts'
import type { ImagePictures } from '../canvas/imagePictures.ts'
import { createPaintSources } from '../canvas/paintSources.ts'
import { paint } from '../../shared/scene/paint.ts'
import { wantedOf } from './picture.ts'

/** Size of a thumbnail in pixels: twice the size it is shown at. */
const WIDTH = 560
const HEIGHT = 350
const MARGIN = 24
/** A window that is closing waits for images so long. ms */
const IMAGES_MS = 1500

/** A small picture of the whole board for the start screen; an empty board has none. */
export async function thumbnailOf(
  shapes: readonly Shape[],
  { measure, images }: { readonly measure: Measure; readonly images: ImagePictures },
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const around = unionOf(shapes.map(boundsOf))
  const context = new OffscreenCanvas(WIDTH, HEIGHT).getContext('2d')
  if (!around || !context) return undefined
  const scale = Math.min(0.6, (WIDTH - 2 * MARGIN) / around.w, (HEIGHT - 2 * MARGIN) / around.h)
  context.translate(WIDTH / 2, HEIGHT / 2)
  context.scale(scale, scale)
  context.translate(-around.x - around.w / 2, -around.y - around.h / 2)
  const shown = shapes.filter((shape) => shape.kind === 'image')
  const release = await images.hold(
    shown.map((shape) => wantedOf(shape, scale)),
    IMAGES_MS,
  )
  const sources = createPaintSources(images)
  try {
    for (const shape of shapes) paint(context, drawFarShape(shape, { measure, theme: 'light' }), sources)
  } finally {
    release()
  }
  const blob = await context.canvas.convertToBlob({ type: 'image/png' })
  return new Uint8Array(await blob.arrayBuffer())
}
