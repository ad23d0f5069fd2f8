import { unreachable } from '../../shared/util/assert.ts'

/** The kinds of image files that can be put on a board. */
export type ImageFormat = 'png' | 'jpeg' | 'gif' | 'webp' | 'svg'

/** Bytes at the start of a file that are enough to tell what it is. */
export const FORMAT_BYTES = 4096

/** What a file is by its first bytes: names and types that others give it are not believed. */
export function imageFormat(bytes: Uint8Array): ImageFormat | undefined {
  if (begins(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'png'
  if (begins(bytes, [0xff, 0xd8, 0xff])) return 'jpeg'
  if (/^GIF8[79]a/.test(latin(bytes, 0, 6))) return 'gif'
  if (latin(bytes, 0, 4) === 'RIFF' && latin(bytes, 8, 12) === 'WEBP') return 'webp'
  return isSvg(decodeXml(bytes.subarray(0, FORMAT_BYTES))) ? 'svg' : undefined
}

/** Text of an XML file, whichever Unicode encoding it is in. */
export function decodeXml(bytes: Uint8Array): string {
  if (begins(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes)
  if (begins(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder('utf-8').decode(bytes)
}

/** What may come before the root of an SVG: declaration, comments, document type. */
const PROLOGUE = /^(?:\s+|<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE[^[>]*(?:\[[^\]]*\]\s*)?>)/i

function isSvg(text: string): boolean {
  let rest = text
  for (let found = PROLOGUE.exec(rest); found; found = PROLOGUE.exec(rest)) rest = rest.slice(found[0].length)
  return /^<(?:[\w.-]+:)?svg[\s/>]/i.test(rest)
}

/**
 * Pixels that an image will have, as its header says, before any of it is decoded (and before EXIF turns it). Nothing
 * if the header makes no sense.
 */
export function pixelsOf(
  format: ImageFormat,
  bytes: Uint8Array,
): readonly [w: number, h: number] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    switch (format) {
      case 'png':
        return [view.getUint32(16), view.getUint32(20)]
      case 'gif':
        return [view.getUint16(6, true), view.getUint16(8, true)]
      case 'webp':
        return webpPixels(view, bytes)
      case 'jpeg':
        return jpegPixels(view)
      case 'svg':
        return undefined
      default:
        return unreachable(format)
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined // it ends too soon
    throw error
  }
}

/** By the first chunk (RFC 9649): extended, lossless or lossy. */
function webpPixels(view: DataView, bytes: Uint8Array): readonly [number, number] | undefined {
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  switch (latin(bytes, 12, 16)) {
    case 'VP8X':
      return [uint24(24) + 1, uint24(27) + 1]
    case 'VP8L': {
      const bits = view.getUint32(21, true)
      return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
    }
    case 'VP8 ':
      return [view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff]
    default:
      return undefined
  }
}

/** By the first frame header (ITU T.81, B.2.2): segment after segment until there is one. */
function jpegPixels(view: DataView): readonly [number, number] | undefined {
  let at = 2
  while (view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)]
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}

const begins = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  String.fromCharCode(...bytes.subarray(from, to))
