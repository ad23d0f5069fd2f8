/** Width of a piece of text, in any unit as long as it is the same as the line's. */
export type MeasureText = (text: string) => number

/** Lines of one text, and whether a word had to be cut because it is wider than a line. */
export interface Wrapped {
  readonly lines: readonly WrappedLine[]
  readonly cut: boolean
  /** There were more lines than were asked for, and the rest was not even looked at. */
  readonly tooLong: boolean
}

export interface WrappedLine {
  readonly text: string
  /** Which paragraph it belongs to: direction is a paragraph's property. */
  readonly paragraph: number
}

/**
 * Breaks text into lines no wider than `width`: after spaces, hyphens and slashes, between ideographs, and inside a
 * word only when it does not fit a line by itself (then between graphemes, never inside an emoji or a combination).
 * With `most`, gives up once there are more lines or a word would have to be cut.
 */
export function wrap(pieces: Pieces, width: number, measure: MeasureText, most = Infinity): Wrapped {
  const lines: WrappedLine[] = []
  let cut = false
  for (const [paragraph, content] of pieces.entries()) {
    let line = ''
    let used = 0
    const end = () => {
      lines.push({ text: line.trimEnd(), paragraph })
      line = ''
      used = 0
    }
    for (const piece of content) {
      if (lines.length > most) return { lines, cut, tooLong: true }
      const solid = piece.trimEnd()
      const solidWidth = measure(solid)
      if (line !== '' && used + solidWidth > width) end()
      if (solidWidth <= width) {
        line += piece
        used += piece === solid ? solidWidth : measure(piece)
        continue
      }
      cut = true
      if (most !== Infinity) return { lines, cut, tooLong: false }
      for (const grapheme of graphemesOf(piece)) {
        const graphemeWidth = measure(grapheme)
        if (line !== '' && grapheme.trim() !== '' && used + graphemeWidth > width) end()
        line += grapheme
        used += graphemeWidth
      }
    }
    end()
  }
  return { lines, cut, tooLong: lines.length > most }
}

/** A text's paragraphs as pieces between which a line may break, each with the spaces that follow it. */
export type Pieces = readonly (readonly string[])[]

/** The same for every width, so a text is taken apart once. */
export const piecesOf = (text: string): Pieces =>
  text.split('\n').map((paragraph) => paragraph.match(PIECE) ?? [])

const IDEOGRAPH = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const PIECE = new RegExp(
  // leading spaces | one ideograph | a word up to and with its hyphen, slash or the spaces after it
  `^\\s+|[${IDEOGRAPH}][^\\p{L}\\p{N}\\s]*\\s*|(?:(?![${IDEOGRAPH}])[^\\s])+?(?:(?<=[^\\s\\-/][\\-/])(?=\\p{L})|(?=[${IDEOGRAPH}])|\\s+|$)`,
  'gu',
)

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

function graphemesOf(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
