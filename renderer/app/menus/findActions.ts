/** Something that can be found by what it is called. */
export interface Findable {
  /** What it is called, the best name first; any of them may match. */
  readonly names: readonly string[]
}

/** Those that fit the query, the best first; all of them in their own order if it is empty. */
export function findActions<T extends Findable>(all: readonly T[], query: string): readonly T[] {
  const words = wordsOf(query)
  if (words.length === 0) return all
  return all
    .map((item) => ({ item, score: scoreOf(item.names, words) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ item }) => item)
}

/** 0 if some word of the query fits no name. The first name counts a little more than the others. */
function scoreOf(names: readonly string[], words: readonly string[]): number {
  return Math.max(...names.map((name, place) => scoreOfName(wordsOf(name), words) - (place > 0 ? 0.5 : 0)))
}

function scoreOfName(name: readonly string[], words: readonly string[]): number {
  const scores = words.map((word, place) => scoreOfWord(name, word) + (name[place]?.startsWith(word) ? 1 : 0))
  return scores.includes(0) ? 0 : scores.reduce((sum, score) => sum + score, 0)
}

/** A word's beginning beats its middle, which beats its letters spread over the name in order. */
function scoreOfWord(name: readonly string[], word: string): number {
  if (name.some((part) => part.startsWith(word))) return 6
  if (name.some((part) => part.includes(word))) return 4
  return isSpreadOver(name.join(''), word) ? 2 : 0
}

function isSpreadOver(text: string, letters: string): boolean {
  let from = 0
  for (const letter of letters) {
    const found = text.indexOf(letter, from)
    if (found < 0) return false
    from = found + letter.length
  }
  return true
}

/** Lower case, without accents, with the Arabic forms of Persian letters taken for theirs. */
function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک')
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .split(/[^\p{L}\p{N}%]+/u)
    .filter((word) => word !== '')
}
