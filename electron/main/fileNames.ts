/** Room for an extension, ` 99` and SQLite's `-journal` within the 255 bytes that file systems allow. */
const MOST_NAME_BYTES = 200

// Control characters, and those that turn the reading direction: `gnp.exe` could be made to read `exe.png`.
// The joiners U+200C and U+200D stay, Persian and emoji need them.
// oxlint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Surrogate}]/gu
const FORBIDDEN = /[<>:"/\\|?*]/g
const WINDOWS_DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d|com[¹²³]|lpt[¹²³])(?=\.|$)/i

/**
 * A file name without extension that every system accepts, as near to what the user typed as possible.
 * Empty if nothing of it can be kept.
 */
export function safeFileName(typed: string): string {
  const kept = typed.normalize('NFC').replace(INVISIBLE, '').replace(FORBIDDEN, '-').replace(/\s+/g, ' ')
  const trimmed = trimEnds(firstBytes(trimEnds(kept), MOST_NAME_BYTES))
  return WINDOWS_DEVICE.test(trimmed) ? `_${trimmed}` : trimmed
}

/** No dots or spaces at the ends: the first hides a file, the last is lost on Windows. */
const trimEnds = (name: string): string => name.replace(/^[\s.]+|[\s.]+$/g, '')

function firstBytes(text: string, most: number): string {
  let bytes = 0
  let kept = ''
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    bytes += Buffer.byteLength(segment)
    if (bytes > most) break
    kept += segment
  }
  return kept
}

/** `name`, then `name 2`, `name 3` … without end. */
export function* numberedNames(name: string): Generator<string, never> {
  yield name
  for (let number = 2; ; number++) yield `${name} ${number}`
}
