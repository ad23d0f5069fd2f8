/** The text up to a length in UTF-16 units, never ending in half a character. */
export const cutText = (text: string, most: number): string =>
  text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
