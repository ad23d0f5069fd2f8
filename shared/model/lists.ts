/** What a paragraph of a list begins with: a bullet, or a number in the digits of the text, and a space. */
const BULLET = '• '
const MARKER = /^(?:• |(\p{Nd}{1,4})\. )/u

/** The marker that a paragraph begins with, and its number if it has one; nothing if it is no item of a list. */
export function listMarker(
  paragraph: string,
): { readonly text: string; readonly digits?: string } | undefined {
  const found = MARKER.exec(paragraph)
  if (!found) return undefined
  const [text, digits] = found
  return digits === undefined ? { text } : { text, digits }
}

/** The marker of the item after this one. */
export function nextMarker(paragraph: string): string | undefined {
  const marker = listMarker(paragraph)
  if (!marker) return undefined
  return marker.digits === undefined ? BULLET : `${oneMore(marker.digits)}. `
}

/** The marker of item `index` (from 0) of a list; its digits are those of the text around it. */
export const markerAt = (kind: ListKind, index: number, persian: boolean): string =>
  kind === 'bullets' ? BULLET : `${inDigits(index + 1, persian ? 0x6f0 : 0x30)}. `

export type ListKind = 'bullets' | 'numbers'

/** What was typed at the start of a paragraph, if it means that a list begins: the marker to put in its place. */
export function typedMarker(typed: string): string | undefined {
  return /^[-*] $/.test(typed) ? BULLET : undefined
}

/** One more, in the same digits: `9` to `10`, `۹` to `۱۰`. */
function oneMore(digits: string): string {
  const zero = zeroOf(digits)
  return inDigits(
    Array.from(digits).reduce((sum, digit) => sum * 10 + (digit.codePointAt(0) ?? zero) - zero, 0) + 1,
    zero,
  )
}

/** Code point of the zero of the digits used: each script's ten digits lie in a row. */
function zeroOf(digits: string): number {
  let zero = digits.codePointAt(0) ?? 0x30
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && (digits.codePointAt(0) ?? 0) - zero < 9) zero--
  return zero
}

const inDigits = (value: number, zero: number): string =>
  Array.from(String(value), (digit) => String.fromCodePoint(zero + Number(digit))).join('')
