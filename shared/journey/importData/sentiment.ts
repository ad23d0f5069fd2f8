/** Words that files have for a sentiment, in the languages of the interface. */
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:pos|good|\+|poziti|pozyty|полож|позит|مثبت|👍|🙂|😀|😊)/u, 1],
  [/^(?:neg|bad|-$|отриц|негат|منفی|👎|🙁|😞|😡)/u, -1],
  [/^(?:neu|mixed|0$|خنثی|нейтр|obojęt|😐)/u, 0],
]

/** What a file says of a sentiment, from -1 to 1; nothing for what says none. A scale of -100 to 100 is read, too. */
export function readSentiment(cell: string, number: number | undefined, most: number): number | undefined {
  const word = WORDS.find(([name]) => name.test(cell.trim().toLowerCase()))
  if (number === undefined) return word?.[1]
  const scale = most > 1 ? (most <= 5 ? most : most <= 10 ? 10 : 100) : 1
  const value = number / scale
  return value >= -1 && value <= 1 ? value : undefined
}

/** Longest scale of ratings that is told from the ratings themselves. */
const SCALES = [5, 10, 100] as const

/**
 * What a rating says of the sentiment, from -1 to 1: the middle of the scale is neither good nor bad.
 * @param most the highest rating there is: scales end at 5, 10 or 100
 */
export function sentimentOfRating(rating: number, least: number, most: number): number | undefined {
  const top = SCALES.find((end) => most <= end)
  if (top === undefined) return undefined
  const bottom = top === 5 && least >= 1 ? 1 : 0
  const middle = (top + bottom) / 2
  const value = (rating - middle) / (top - middle)
  return value >= -1 && value <= 1 ? Math.round(value * 100) / 100 : undefined
}
