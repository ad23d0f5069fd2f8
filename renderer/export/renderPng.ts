import type { Box } from '../../shared/geometry/box.ts'
import { nextTask } from '../editor/inSlices.ts'
import { createPngStream } from './pngStream.ts'
import { holdImages, paintPicture, type Picture } from './picture.ts'

export interface PngOptions {
  /** Pixels per page unit. */
  readonly scale: number
  /** CSS colour, or nothing for transparent. */
  readonly background: string | null
  /** Told how far it is, 0 to 1. */
  readonly onProgress?: (share: number) => void
  readonly signal?: AbortSignal
}

/** Above this the picture is made in strips: painting it at once would hold the window up, or fail. Pixels. */
const MOST_CANVAS_SIDE = 16_384
const MOST_CANVAS_AREA = 12_000_000
/** Pixels of one strip: 8 MB. */
const STRIP_AREA = 2_000_000
/** Above this the file would be of no use to anybody: 1.5 gigapixels. */
const MOST_AREA = 1_500_000_000

/** Size in pixels of a picture of `area` (page units). */
export const pixelSize = (area: Box, scale: number): { readonly w: number; readonly h: number } => ({
  w: Math.max(1, Math.round(area.w * scale)),
  h: Math.max(1, Math.round(area.h * scale)),
})

/** Can a picture of `area` be made at this scale? */
export const canRender = (area: Box, scale: number): boolean => {
  const { w, h } = pixelSize(area, scale)
  return w * h <= MOST_AREA && w <= 0x7fff_ffff && h <= 0x7fff_ffff
}

/** The picture as PNG, of any size up to `canRender`. Resolves to nothing if it was cancelled. */
export async function renderPng(picture: Picture, options: PngOptions): Promise<Blob | undefined> {
  const { w, h } = pixelSize(picture.area, options.scale)
  if (w <= MOST_CANVAS_SIDE && h <= MOST_CANVAS_SIDE && w * h <= MOST_CANVAS_AREA) {
    const release = await holdImages(picture, { ...options, rows: h })
    const context = contextOf(w, h)
    try {
      paintPicture(context, picture, { ...options, rows: h })
    } finally {
      release()
    }
    const blob = await context.canvas.convertToBlob({ type: 'image/png' })
    return options.signal?.aborted ? undefined : blob
  }
  return renderInStrips(picture, w, h, options)
}

async function renderInStrips(
  picture: Picture,
  w: number,
  h: number,
  { scale, background, onProgress, signal }: PngOptions,
): Promise<Blob | undefined> {
  const rows = Math.max(1, Math.min(MOST_CANVAS_SIDE, Math.floor(STRIP_AREA / w)))
  const columns = Math.min(w, MOST_CANVAS_SIDE)
  const context = contextOf(columns, rows)
  const png = createPngStream(w, h)
  for (let fromRow = 0; fromRow < h; fromRow += rows) {
    if (signal?.aborted) {
      await png.abort()
      return undefined
    }
    const count = Math.min(rows, h - fromRow)
    const part = { scale, background, fromRow, rows: count }
    const release = await holdImages(picture, part)
    try {
      await png.write(strip(context, picture, part, w, columns))
    } finally {
      release()
    }
    onProgress?.((fromRow + count) / h)
    await nextTask()
  }
  return png.finish()
}

/** One strip as wide as the picture, painted in columns where it is wider than a canvas may be. */
function strip(
  context: OffscreenCanvasRenderingContext2D,
  picture: Picture,
  options: { scale: number; background: string | null; fromRow: number; rows: number },
  w: number,
  columns: number,
): Uint8ClampedArray {
  const { scale, rows } = options
  if (columns === w) {
    paintPicture(context, picture, options)
    return context.getImageData(0, 0, w, rows).data
  }
  const whole = new Uint8ClampedArray(w * rows * 4)
  for (let left = 0; left < w; left += columns) {
    const width = Math.min(columns, w - left)
    const { area } = picture
    paintPicture(context, { ...picture, area: { ...area, x: area.x + left / scale } }, options)
    const { data } = context.getImageData(0, 0, width, rows)
    for (let row = 0; row < rows; row++)
      whole.set(data.subarray(row * width * 4, (row + 1) * width * 4), (row * w + left) * 4)
  }
  return whole
}

function contextOf(w: number, h: number): OffscreenCanvasRenderingContext2D {
  const context = new OffscreenCanvas(w, h).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('Expected a 2D canvas')
  return context
}
