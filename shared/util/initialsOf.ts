/** At most two letters that stand for a name: of the first word and the last. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].flatMap((word) => {
    const [letter] = word ?? ''
    return letter ? [letter.toLocaleUpperCase()] : []
  })
  return letters.join(isJoined(name) ? '\u200c' : '')
}

/** Letters that would be joined if they stood side by side. */
const isJoined = (name: string): boolean => /\p{Script=Arabic}/u.test(name)
