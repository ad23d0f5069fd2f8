const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const VALUES = new Map(Array.from(LETTERS, (letter, value) => [letter.charCodeAt(0), value]))

/** Bytes as base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b, c] = bytes.subarray(i, i + 3)
    text += LETTERS.charAt(a >> 2) + LETTERS.charAt(((a & 3) << 4) | ((b ?? 0) >> 4))
    if (b !== undefined) text += LETTERS.charAt(((b & 15) << 2) | ((c ?? 0) >> 6))
    if (c !== undefined) text += LETTERS.charAt(c & 63)
  }
  return text
}

/** The bytes again; nothing if the text is not the one way of writing them. */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let [bits, held, at] = [0, 0, 0]
  for (let i = 0; i < text.length; i++) {
    const value = VALUES.get(text.charCodeAt(i))
    if (value === undefined) return undefined
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[at++] = (bits >> held) & 0xff
  }
  const rest = text.length % 4
  return rest === 1 || (bits & ((1 << held) - 1)) !== 0 ? undefined : bytes
}
