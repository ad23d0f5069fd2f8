import { bytesToUtf8, utf8ToBytes } from '@noble/ciphers/utils.js'

export const jsonBytes = (value: unknown): Uint8Array<ArrayBuffer> =>
  new Uint8Array(utf8ToBytes(JSON.stringify(value)))

/** What the bytes say; nothing if they are no JSON in UTF-8. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(bytesToUtf8(bytes))
  } catch {
    return undefined
  }
}
