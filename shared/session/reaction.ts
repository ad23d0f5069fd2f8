/** What one can react with: what it is called in the locales, and the emoji. Presence carries the emoji. */
export const REACTIONS = [
  ['agree', '👍'],
  ['love', '❤️'],
  ['laugh', '😂'],
  ['celebrate', '🎉'],
  ['applaud', '👏'],
  ['wonder', '🤔'],
  ['wow', '😮'],
  ['look', '👀'],
] as const

export const REACTION_IDS = REACTIONS.map(([id]) => id)
