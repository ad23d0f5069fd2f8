/** The beginning of a PNG of that size in pixels, and so many bytes in all. */
export function pngOf(width: number, height: number, size = 33): Uint8Array<ArrayBuffer> {
  const png = new Uint8Array(size)
  png.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52])
  const view = new DataView(png.buffer)
  view.setUint32(16, width)
  view.setUint32(20, height)
  return png
}
