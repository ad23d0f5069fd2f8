import type { Vec } from '../../shared/geometry/vec.ts'
import { decodeXml } from './imageFormat.ts'
import { resizeSvg, svgSize } from './svgSize.ts'

/** Enlarging a small drawing shows no pixels at once. Longest side in pixels. */
const LEAST_SIDE = 1024

/** An SVG as pixels, and its own size in page units. */
export interface Rasterized {
  readonly canvas: OffscreenCanvas
  readonly size: Vec
}

/**
 * Paints an SVG that anybody may have made. In an `<img>` a browser runs no script of it and loads nothing that it
 * names. Rejects if it is no sound SVG.
 * @param mostSide longest side in pixels
 */
export async function rasterizeSvg(data: Uint8Array, mostSide: number): Promise<Rasterized> {
  const svg = decodeXml(data)
  const size = svgSize(svg)
  const longest = Math.max(size[0], size[1])
  const scale = Math.min(mostSide, Math.max(2 * longest, LEAST_SIDE)) / longest
  const w = Math.max(1, Math.round(size[0] * scale))
  const h = Math.max(1, Math.round(size[1] * scale))
  const image = new Image()
  // No blob: Chromium does not give out the pixels of one that has HTML in it, as drawings of many programs do.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(resizeSvg(svg, [w, h]))}`
  await image.decode()
  const canvas = new OffscreenCanvas(w, h)
  canvas.getContext('2d')?.drawImage(image, 0, 0, w, h)
  return { canvas, size }
}
