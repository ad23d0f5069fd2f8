import type { Vec } from '../../shared/geometry/vec.ts'
import { MOST_IMAGE_FILE_BYTES } from '../../shared/ipc/desktopContract.ts'
import { MOST_ASSET_BYTES, MOST_ASSET_SIDE, type AssetContent } from '../../shared/model/asset.ts'
import { imageFormat, pixelsOf, type ImageFormat } from './imageFormat.ts'
import { rasterizeSvg } from './rasterizeSvg.ts'

/** An image file as it is kept, or why it cannot be. */
export type ReadImage =
  | {
      readonly kind: 'image'
      readonly content: AssetContent
      /** How large it means to be, in page units. */
      readonly size: Vec
    }
  | { readonly kind: 'refused'; readonly why: ImageRefusal }

export type ImageRefusal = 'unsupported' | 'damaged' | 'image-too-large'

/** More would not fit into memory at once. */
const MOST_PIXELS = 100_000_000
/** Drawings of more bytes would hold the window up. */
const MOST_SVG_BYTES = 10_000_000
const QUALITY = 0.92

const MIME = { png: 'image/png', jpeg: 'image/jpeg', webp: 'image/webp' } as const

/**
 * Makes an image file fit to be kept: it is looked at, turned as EXIF says, and made smaller if it is huge. GIF becomes
 * its first frame, SVG becomes pixels, everything else that is small enough stays as it is.
 */
export async function readImage(data: Uint8Array<ArrayBuffer>): Promise<ReadImage> {
  const format = imageFormat(data)
  if (!format) return refused('unsupported')
  const [w, h] = pixelsOf(format, data) ?? [0, 0]
  const isTooLarge = data.length > (format === 'svg' ? MOST_SVG_BYTES : MOST_IMAGE_FILE_BYTES)
  if (isTooLarge || w * h > MOST_PIXELS) return refused('image-too-large')
  try {
    return format === 'svg' ? await readSvg(data) : await readPixels(data, format)
  } catch (error) {
    // Browsers say no more than that it cannot be decoded.
    if (error instanceof DOMException) return refused('damaged')
    throw error
  }
}

async function readSvg(data: Uint8Array<ArrayBuffer>): Promise<ReadImage> {
  const { canvas, size } = await rasterizeSvg(data, MOST_ASSET_SIDE)
  return encode(canvas, 'png', size)
}

async function readPixels(
  data: Uint8Array<ArrayBuffer>,
  format: Exclude<ImageFormat, 'svg'>,
): Promise<ReadImage> {
  const bitmap = await createImageBitmap(new Blob([data]))
  try {
    const { width: w, height: h } = bitmap
    const isSmall = Math.max(w, h) <= MOST_ASSET_SIDE && data.length <= MOST_ASSET_BYTES
    if (format !== 'gif' && isSmall)
      return { kind: 'image', content: { mime: MIME[format], w, h, bytes: data }, size: [w, h] }
    return await encode(await limited(bitmap), format === 'gif' ? 'png' : format, [w, h])
  } finally {
    bitmap.close()
  }
}

/** On a canvas no larger than what is kept. */
async function limited(bitmap: ImageBitmap): Promise<OffscreenCanvas> {
  const scale = Math.min(1, MOST_ASSET_SIDE / Math.max(bitmap.width, bitmap.height))
  const [w, h] = [bitmap.width, bitmap.height].map((side) => Math.max(1, Math.round(side * scale))) as [
    number,
    number,
  ]
  const canvas = new OffscreenCanvas(w, h)
  const smaller = await createImageBitmap(bitmap, { resizeWidth: w, resizeHeight: h, resizeQuality: 'high' })
  canvas.getContext('2d')?.drawImage(smaller, 0, 0)
  smaller.close()
  return canvas
}

async function encode(canvas: OffscreenCanvas, format: keyof typeof MIME, size: Vec): Promise<ReadImage> {
  const attempts = format === 'png' ? (['png', 'webp'] as const) : ([format] as const)
  for (const attempt of attempts) {
    const blob = await canvas.convertToBlob({ type: MIME[attempt], quality: QUALITY })
    if (blob.size > MOST_ASSET_BYTES) continue
    const bytes = new Uint8Array(await blob.arrayBuffer())
    const content = { mime: MIME[attempt], w: canvas.width, h: canvas.height, bytes }
    return { kind: 'image', content, size }
  }
  return refused('image-too-large')
}

const refused = (why: ImageRefusal): ReadImage => ({ kind: 'refused', why })
