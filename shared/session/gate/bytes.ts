import { decodeUtf8 } from 'lib0/string'
import { must, Refusal } from './refusal.ts'

/** Reads bytes from front to back, and refuses as malformed whatever is not there. */
export interface Bytes {
  readonly at: () => number
  readonly left: () => number
  u8(): number
  /** Variable length, unsigned, at most `most`. */
  uint(most: number): number
  /** Variable length, signed, as lib0 writes whole numbers. */
  int(): number
  f32(): number
  f64(): number
  /** UTF-8 after its length; at most as many UTF-16 units as it has bytes. */
  text(): string
  skip(length: number): void
}

export function readBytes(bytes: Uint8Array): Bytes {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = bytes.length
  let at = 0

  function take(length: number): number {
    must(length <= end - at, 'malformed')
    const from = at
    at += length
    return from
  }

  function uint(most: number): number {
    let value = 0
    for (let scale = 1; ; scale *= 128) {
      must(at < end && scale <= 2 ** 49, 'malformed')
      const byte = bytes[at++] ?? 0
      value += (byte & 127) * scale
      if (byte < 128) break
    }
    must(value <= most, 'malformed')
    return value
  }

  return {
    at: () => at,
    left: () => end - at,
    u8: () => view.getUint8(take(1)),
    uint,
    int() {
      let byte = view.getUint8(take(1))
      const sign = (byte & 64) === 0 ? 1 : -1
      let value = byte & 63
      for (let scale = 64; byte >= 128; scale *= 128) {
        must(scale <= 2 ** 49, 'malformed')
        byte = view.getUint8(take(1))
        value += (byte & 127) * scale
      }
      must(value <= Number.MAX_SAFE_INTEGER, 'malformed')
      return sign * value
    },
    f32: () => view.getFloat32(take(4)),
    f64: () => view.getFloat64(take(8)),
    text() {
      const length = uint(end)
      const from = take(length)
      if (length < 24) {
        const short = asciiOf(bytes, from, length)
        if (short !== undefined) return short
      }
      try {
        return decodeUtf8(bytes.subarray(from, from + length))
      } catch {
        throw new Refusal('malformed')
      }
    },
    skip: (length) => void take(length),
  }
}

/** Ids and names of fields are short and plain: faster so than by a decoder, which is made for long texts. */
function asciiOf(bytes: Uint8Array, from: number, length: number): string | undefined {
  let text = ''
  for (let at = from; at < from + length; at++) {
    const byte = bytes[at] ?? 128
    if (byte >= 128) return undefined
    text += String.fromCharCode(byte)
  }
  return text
}
