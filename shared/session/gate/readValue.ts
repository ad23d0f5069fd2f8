import type { Bytes } from './bytes.ts'
import { FORBIDDEN_KEYS, LIMITS } from './limits.ts'
import { must, Refusal } from './refusal.ts'

/** Reads over one value as lib0 writes it (`writeAny`), and refuses what is no JSON: see the cases. */
export function readValue(bytes: Bytes, depth = 0): void {
  must(depth <= LIMITS.depth, 'too-deep')
  const type = bytes.u8()
  switch (type) {
    case 119:
      bytes.text()
      return
    case 125:
      bytes.int()
      return
    case 124:
      must(Number.isFinite(bytes.f32()), 'forbidden-value')
      return
    case 123:
      must(Number.isFinite(bytes.f64()), 'forbidden-value')
      return
    case 120: // true
    case 121: // false
    case 126: // null
      return
    case 118:
      readParts(bytes, depth, true)
      return
    case 117:
      readParts(bytes, depth, false)
      return
    default: // 127 undefined, 122 bigint, 116 bytes, and what nobody knows
      throw new Refusal(type === 127 || type === 122 || type === 116 ? 'forbidden-value' : 'malformed')
  }
}

function readParts(bytes: Bytes, depth: number, keyed: boolean): void {
  // Each part is a byte at least: no claim of more than there are is believed.
  const count = bytes.uint(Math.min(bytes.left(), LIMITS.parts))
  for (let index = 0; index < count; index++) {
    if (keyed) readKey(bytes)
    readValue(bytes, depth + 1)
  }
}

/** The name of a field, or an id. */
export function readKey(bytes: Bytes): string {
  const key = bytes.text()
  must(key.length <= LIMITS.key, 'too-large')
  must(!FORBIDDEN_KEYS.has(key), 'forbidden-key')
  return key
}
