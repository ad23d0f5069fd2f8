/** At most two letters that stand for a name; in scripts whose letters join, only the first. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/[\s\u200c_-]+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
  const [first, ...rest] = words.map(firstLetter)
  if (first === undefined) return ''
  const last = rest.at(-1)
  return last === undefined || JOINING.test(first + last) ? first : first + last
}

const JOINING = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]/u

function firstLetter(word: string): string {
  const from = word.slice(word.search(/[\p{L}\p{N}]/u))
  const [letter] = new Intl.Segmenter().segment(from)
  return (letter?.segment ?? '').toLocaleUpperCase()
}
