/** Longest quote that a card on a map shows, UTF-16 units: more would push everything else out of sight. */
const MOST = 170

/** A text on one line after the other, cut at the end of a sentence or a word where it is too long for a card. */
export function excerpt(text: string, most = MOST): string {
  const clean = text.replace(/[ \t]*\n\s*/g, '\n').trim()
  if (clean.length <= most) return clean
  const cut = clean.slice(0, most)
  const sentence = Math.max(...['. ', '! ', '? ', '؟ ', '\n'].map((end) => cut.lastIndexOf(end)))
  if (sentence > most * 0.6) return `${cut.slice(0, sentence + 1).trim()} …`
  const word = cut.lastIndexOf(' ')
  return `${(word > most * 0.5 ? cut.slice(0, word) : cut.replace(/[\ud800-\udbff]$/, '')).trim()}…`
}
