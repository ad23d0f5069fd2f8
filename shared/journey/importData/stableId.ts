/**
 * An id that follows from what something is: importing the same file twice, or on two computers, gives the same ids.
 * Not a secret and not a checksum; 106 bits, so that even a million texts do not meet by chance.
 */
export const stableId = (prefix: string, ...parts: readonly string[]): string => {
  const text = parts.join('\u0000')
  return `${prefix}${hash(text, 0).toString(36)}${hash(text, 0x9e37).toString(36)}`
}

/** cyrb53, by bryc (public domain): 53 bits of a text. */
function hash(text: string, seed: number): number {
  let [a, b] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed]
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0)
}
