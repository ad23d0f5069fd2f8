/** A piece of a paragraph after which a line may break, with the spaces that follow it. */
export interface Piece {
  /** Where it begins in its paragraph, in UTF-16 units. */
  readonly from: number
  readonly to: number
  /** In any unit, as long as it is that of the line's width. */
  readonly width: number
  /** Without the spaces at its end, which may hang over a line's. */
  readonly solid: number
}

/** One paragraph, taken apart and measured once for every width it is set to. */
export interface Paragraph {
  readonly text: string
  readonly pieces: readonly Piece[]
  /** How far its further lines are set in, as those of a list are. */
  readonly hang: number
  /** Width of a part of it; UTF-16 units. */
  measure(from: number, to: number): number
}

/** Where a line begins and ends in its paragraph, without the spaces it ends with; UTF-16 units. */
export interface LineRange {
  readonly from: number
  readonly to: number
}

/** Lines of one paragraph, and whether a word had to be cut because it is wider than a line. */
export interface Wrapped {
  readonly lines: readonly LineRange[]
  readonly cut: boolean
  /** There were more lines than were asked for, and the rest was not even looked at. */
  readonly tooLong: boolean
}

/** Widths are sums of fractions: what fits exactly must not fail by the last bit. */
const SLACK = 1e-6

/**
 * Breaks a paragraph into lines no wider than `width`: after spaces, hyphens and slashes, between ideographs, and
 * inside a word only when it does not fit a line by itself (then between graphemes, never inside an emoji or a
 * combination). With `most`, gives up once there are more lines or a word would have to be cut.
 */
export function wrap(paragraph: Paragraph, width: number, most = Infinity): Wrapped {
  const { text, pieces, hang } = paragraph
  const lines: LineRange[] = []
  let cut = false
  let from = 0
  let at = 0
  let used = 0
  const room = () => width - (lines.length > 0 ? hang : 0) + SLACK
  const end = () => {
    lines.push({ from, to: solidEnd(text, from, at) })
    from = at
    used = 0
  }
  for (const piece of pieces) {
    if (lines.length > most) return { lines, cut, tooLong: true }
    if (at > from && used + piece.solid > room()) end()
    if (piece.solid <= room()) {
      used += piece.width
      at = piece.to
      continue
    }
    cut = true
    if (most !== Infinity) return { lines, cut, tooLong: false }
    for (const { segment, index } of segmenter.segment(text.slice(piece.from, piece.to))) {
      const begin = piece.from + index
      const graphemeWidth = paragraph.measure(begin, begin + segment.length)
      if (at > from && segment.trim() !== '' && used + graphemeWidth > room()) end()
      used += graphemeWidth
      at = begin + segment.length
    }
  }
  end()
  return { lines, cut, tooLong: lines.length > most }
}

function solidEnd(text: string, from: number, to: number): number {
  let end = to
  while (end > from && /\s/.test(text[end - 1] ?? '')) end--
  return end
}

/** The pieces of a paragraph, each with the spaces that follow it. */
export const piecesOf = (paragraph: string): readonly string[] => paragraph.match(PIECE) ?? []

const IDEOGRAPH = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}'
const PIECE = new RegExp(
  // leading spaces | one ideograph | a word up to and with its hyphen, slash or the spaces after it
  `^\\s+|[${IDEOGRAPH}][^\\p{L}\\p{N}\\s]*\\s*|(?:(?![${IDEOGRAPH}])[^\\s])+?(?:(?<=[^\\s\\-/][\\-/])(?=\\p{L})|(?=[${IDEOGRAPH}])|\\s+|$)`,
  'gu',
)

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })
