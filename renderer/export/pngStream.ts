/**
 * Writes a PNG (W3C PNG Specification, third edition) row by row, so that a picture may be larger than any canvas.
 * RGBA, 8 bits, filter "Up" on every row; the platform's deflate does the rest.
 */
export interface PngStream {
  /** The next rows, four bytes a pixel, top to bottom. */
  write(rgba: Uint8ClampedArray): Promise<void>
  /** The finished file. All rows must have been written. */
  finish(): Promise<Blob>
  /** Gives up and frees what was held. */
  abort(): Promise<void>
}

const SIGNATURE = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const FILTER_UP = 2
/** Compressed bytes gathered into one IDAT chunk. */
const CHUNK_BYTES = 2 ** 20

/** `width` and `height` in pixels. */
export function createPngStream(width: number, height: number): PngStream {
  const rowBytes = width * 4
  const deflate = new CompressionStream('deflate')
  const writer = deflate.writable.getWriter()
  const parts: BlobPart[] = [SIGNATURE, chunk('IHDR', header(width, height))]
  const gathered = gather(deflate.readable, parts)
  // Whoever finishes or aborts awaits this; until then a failure must not count as unhandled.
  gathered.catch(() => undefined)
  let above = new Uint8Array(rowBytes)

  return {
    async write(rgba) {
      const rows = rgba.length / rowBytes
      const filtered = new Uint8Array(rows * (rowBytes + 1))
      for (let row = 0; row < rows; row++) {
        const from = row * rowBytes
        const to = row * (rowBytes + 1)
        filtered[to] = FILTER_UP
        for (let i = 0; i < rowBytes; i++) {
          const value = rgba[from + i] ?? 0
          filtered[to + 1 + i] = value - (above[i] ?? 0)
        }
        above = new Uint8Array(rgba.slice(from, from + rowBytes))
      }
      await writer.write(filtered)
    },
    async finish() {
      await writer.close()
      await gathered
      parts.push(chunk('IEND', new Uint8Array(0)))
      return new Blob(parts, { type: 'image/png' })
    },
    async abort() {
      parts.length = 0
      await writer.abort()
    },
  }
}

async function gather(readable: ReadableStream<Uint8Array<ArrayBuffer>>, parts: BlobPart[]): Promise<void> {
  let held: Uint8Array[] = []
  let size = 0
  const emit = () => {
    if (size > 0) parts.push(chunk('IDAT', joined(held, size)))
    held = []
    size = 0
  }
  const reader = readable.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    held.push(next.value)
    size += next.value.length
    if (size >= CHUNK_BYTES) emit()
  }
  emit()
}

function header(width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(13)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, width)
  view.setUint32(4, height)
  bytes.set([8, 6, 0, 0, 0], 8) // 8 bits, RGBA, deflate, adaptive filters, not interlaced
  return bytes
}

/** Length, type, data, CRC-32 of type and data (PNG section 5.3). */
function chunk(type: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(body.length + 12)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, body.length)
  for (let i = 0; i < 4; i++) bytes[4 + i] = type.charCodeAt(i)
  bytes.set(body, 8)
  view.setUint32(body.length + 8, crc32(bytes.subarray(4, body.length + 8)))
  return bytes
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}

/** CRC-32 with the reversed polynomial 0xEDB88320 (PNG annex D). */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
