/** Encodings that spreadsheets of our users write. `utf-8` and the UTF-16s are recognised by themselves. */
export const ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1252',
  'windows-1256',
] as const
export type Encoding = (typeof ENCODINGS)[number]

/** By a byte-order mark, else UTF-8 if it is valid, else what old spreadsheets of the user's language wrote. */
export function guessEncoding(bytes: Uint8Array, language: string): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return OLD_ENCODINGS[language] ?? 'windows-1252'
  }
}

const OLD_ENCODINGS: Readonly<Record<string, Encoding>> = {
  hr: 'windows-1250',
  pl: 'windows-1250',
  ru: 'windows-1251',
  fa: 'windows-1256',
}

/** Bytes that mean nothing in `encoding` become U+FFFD; a byte-order mark is left out. */
export const decodeText = (bytes: Uint8Array, encoding: Encoding): string =>
  new TextDecoder(encoding).decode(bytes)
