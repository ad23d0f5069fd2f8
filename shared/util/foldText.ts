/** A text as it is compared when something is looked for, and where in the original each part of it came from. */
export interface Folded {
  readonly text: string
  /**
   * Of each UTF-16 unit of `text`: where the characters it stands for begin and end in the original. Left out where
   * nothing was moved.
   */
  readonly places?: { readonly starts: readonly number[]; readonly ends: readonly number[] }
}

/**
 * Letters that people do not tell apart when they look for a word: no accents, Arabic and Persian forms alike, nothing
 * that cannot be seen, digits of every script, and (unless `matchCase`) no capitals. A line break is a space.
 */
export function foldText(original: string, matchCase = false): Folded {
  if (PLAIN.test(original)) return { text: matchCase ? original : original.toLowerCase() }
  let text = ''
  const starts: number[] = []
  const ends: number[] = []
  let at = 0
  for (const character of original) {
    const end = at + character.length
    const folded = matchCase ? foldCharacter(character) : foldCharacter(character).toLowerCase()
    for (let unit = 0; unit < folded.length; unit++) {
      starts.push(at)
      ends.push(end)
    }
    // An accent after its letter belongs to it; a joiner between two letters belongs to neither.
    if (folded === '' && ATTACHED.test(character)) {
      const start = starts.at(-1)
      for (let unit = starts.length - 1; unit >= 0 && starts[unit] === start; unit--) ends[unit] = end
    }
    text += folded
    at = end
  }
  return { text, places: { starts, ends } }
}

/** Only ASCII, without line breaks: nothing to fold but capitals. */
const PLAIN = /^[ -~]*$/
const ATTACHED = /[\p{M}\u0640]/u
/** Joiners, marks of direction, soft hyphens and the stroke that makes Arabic letters longer. */
const UNSEEN = /[\u00ad\u061c\u0640\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u

/** What no decomposition of Unicode knows. й is a letter of its own, and no и with an accent. */
const ALIKE: Readonly<Record<string, string>> = {
  ي: 'ی',
  ى: 'ی',
  ې: 'ی',
  ك: 'ک',
  ڪ: 'ک',
  ة: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  đ: 'd',
  Đ: 'D',
  ł: 'l',
  Ł: 'L',
  ø: 'o',
  Ø: 'O',
  ı: 'i',
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  й: 'й',
  Й: 'Й',
  '’': "'",
  '‘': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '–': '-',
  '—': '-',
  '\n': ' ',
  '\t': ' ',
}

const known = new Map<string, string>()

/** One character; remembered, since texts are made of few. */
function foldCharacter(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const folded = foldUnknown(character)
  known.set(character, folded)
  return folded
}

function foldUnknown(character: string): string {
  const alike = ALIKE[character]
  if (alike !== undefined) return alike
  if (UNSEEN.test(character)) return ''
  return Array.from(character.normalize('NFKD').replace(/\p{M}/gu, ''))
    .map((each) => ALIKE[each] ?? digitOf(each) ?? each)
    .join('')
}

/** Digits of Arabic and Persian as those of English. */
function digitOf(character: string): string | undefined {
  const code = character.charCodeAt(0)
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : undefined
}
