/** Width of a piece of text, in any unit as long as it is the same as the line's. */
export type MeasureText = (text: string) => number

/** Lines of one text, and whether a word had to be cut because it is wider than a line. */
export interface Wrapped {
  readonly lines: readonly WrappedLine[]
  readonly cut: boolean
}

export interface WrappedLine {
  readonly text: string
  /** Which paragraph it belongs to: direction is a paragraph's property. */
  readonly paragraph: number
}

/**
 * Breaks text into lines no wider than `width`: after spaces, hyphens and slashes, between ideographs, and inside a
 * word only when it does not fit a line by itself (then between graphemes, never inside an emoji or a combination).
 */
export function wrap(text: string, width: number, measure: MeasureText): Wrapped {
  const lines: WrappedLine[] = []
  let cut = false
  text.split('\n').forEach((content, paragraph) => {
    let line = ''
    let used = 0
    const end = () => {
      lines.push({ text: line.trimEnd(), paragraph })
      line = ''
      used = 0
    }
    for (const piece of piecesOf(content)) {
      const solid = piece.trimEnd()
      const solidWidth = measure(solid)
      if (line !== '' && used + solidWidth > width) end()
      if (solidWidth <= width) {
        line += piece
        used += piece === solid ? solidWidth : measure(piece)
        continue
      }
      cut = true
      for (const grapheme of graphemesOf(piece)) {
        const graphemeWidth = measure(grapheme)
        if (line !== '' && grapheme.trim() !== '' && used + graphemeWidth > width) end()
        line += grapheme
        used += graphemeWidth
      }
    }
    end()
  })
  return { lines, cut }
}

/** Pieces between which a line may break, each with the spaces that follow it. */
function piecesOf(paragraph: string): readonly string[] {
  return paragraph.match(PIECE) ?? []
}

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
