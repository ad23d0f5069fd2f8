import type { Direction } from './ops.ts'

/** Hebrew, Arabic, Syriac, Thaana, N'Ko … and their presentation forms: letters that are written right to left. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u
const LETTER = /\p{L}/u

/** Direction of a paragraph by its first strong letter, as `dir="auto"` has it (Unicode UAX #9, rules P2 and P3). */
export function directionOfText(paragraph: string): Direction {
  for (const character of paragraph)
    if (LETTER.test(character)) return RIGHT_TO_LEFT.test(character) ? 'rtl' : 'ltr'
  return 'ltr'
}
