import type { Folded } from './foldText.ts'

/** Where something was found: UTF-16 units of the original text, `from` included, `to` excluded. */
export interface FoundRange {
  readonly from: number
  readonly to: number
}

/**
 * Every place of `query` in a text, both folded alike, from the start and none over another. `wholeWord` leaves out what
 * goes on with a letter or a digit on either side.
 */
export function findText({ text, places }: Folded, query: string, wholeWord = false): readonly FoundRange[] {
  if (query === '') return []
  const found: FoundRange[] = []
  for (let at = text.indexOf(query); at >= 0;) {
    const end = at + query.length
    const taken = isWhole(places, at, end) && !(wholeWord && isWithinWord(text, at, end))
    if (taken) found.push({ from: places?.starts[at] ?? at, to: places?.ends[end - 1] ?? end })
    at = text.indexOf(query, taken ? end : at + 1)
  }
  return found
}

/** Does it begin and end with characters of the original? One of those may be folded to two letters. */
function isWhole(places: Folded['places'], at: number, end: number): boolean {
  if (!places) return true
  const { starts } = places
  return starts[at] !== starts[at - 1] && starts[end] !== starts[end - 1]
}

const WORD = /[\p{L}\p{N}_]/u

function isWithinWord(text: string, at: number, end: number): boolean {
  return WORD.test(text.charAt(at - 1)) || WORD.test(text.charAt(end))
}
