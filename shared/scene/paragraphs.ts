import { listMarker } from '../model/lists.ts'
import { marksWithin, runsOf } from '../model/markRuns.ts'
import type { Mark } from '../model/marks.ts'
import { directionOfText } from './direction.ts'
import type { Direction, Font, Measure } from './ops.ts'
import { TEXT_FAMILY } from './palette.ts'
import { piecesOf, wrap, type Paragraph, type Wrapped } from './wrap.ts'

/** Widths grow in proportion to the size, so everything is measured at this one; the layout works with size 1. */
const UNIT = 100

/** A paragraph of a text with what is known of it at size 1. */
export interface SetParagraph extends Paragraph {
  /** By its first strong letter. */
  readonly direction: Direction
  readonly isItem: boolean
  /** Runs that look different, from the paragraph's start. */
  readonly marks: readonly Mark[]
  /** Of all its pieces in a row. */
  readonly width: number
  /** The same as `wrap`, or all lines where they are known: most paragraphs of a text stay as they are while one is typed. */
  wrap(width: number, most: number): Wrapped
}

export const textFont = (size: number, weight: number, italic = false): Font => ({
  family: TEXT_FAMILY,
  size,
  weight,
  ...(italic && { italic }),
})

/** Bold is visibly heavier than what is around it, even in a title. */
export const fontOf = (size: number, weight: number, { bold, italic }: Pick<Mark, 'bold' | 'italic'>): Font =>
  textFont(size, bold ? Math.max(700, weight + 200) : weight, italic === true)

/** The paragraphs of a text, each taken apart and measured; those met a short while ago are known already. */
export function paragraphsOf(
  text: string,
  marks: readonly Mark[] | undefined,
  weight: number,
  measure: Measure,
): readonly SetParagraph[] {
  let from = 0
  return text.split('\n').map((paragraph) => {
    const own = marks ? marksWithin(marks, { from, to: from + paragraph.length }) : NONE
    from += paragraph.length + 1
    return known(paragraph, own, weight, measure)
  })
}

const NONE: readonly Mark[] = []

/** Paragraphs remembered: enough for the longest text, and next to nothing for a board of thousands. */
const MOST_REMEMBERED = 500

interface Memory {
  young: Map<string, SetParagraph>
  old: Map<string, SetParagraph>
}
let memories = new WeakMap<Measure, Memory>()

/** A font has arrived: what was measured no longer holds. */
export function forgetParagraphs(): void {
  memories = new WeakMap()
}

function known(text: string, marks: readonly Mark[], weight: number, measure: Measure): SetParagraph {
  let memory = memories.get(measure)
  if (!memory) memories.set(measure, (memory = { young: new Map(), old: new Map() }))
  const key = `${weight}${marks.length > 0 ? JSON.stringify(marks) : ''}\n${text}`
  const found = memory.young.get(key)
  if (found) return found
  if (memory.young.size >= MOST_REMEMBERED) {
    memory.old = memory.young
    memory.young = new Map()
  }
  const paragraph = memory.old.get(key) ?? measured(text, marks, weight, measure)
  memory.young.set(key, paragraph)
  return paragraph
}

function measured(text: string, marks: readonly Mark[], weight: number, measure: Measure): SetParagraph {
  const plain = textFont(UNIT, weight)
  const widthOf = (from: number, to: number): number => {
    if (from >= to) return 0
    if (marks.length === 0) return measure(text.slice(from, to), plain) / UNIT
    return runsOf(marks, from, to).reduce(
      (sum, run) => sum + measure(text.slice(run.from, run.to), fontOf(UNIT, weight, run)) / UNIT,
      0,
    )
  }
  let at = 0
  const pieces = piecesOf(text).map((piece) => {
    const from = at
    at += piece.length
    const solidTo = from + piece.trimEnd().length
    const solid = widthOf(from, solidTo)
    return { from, to: at, solid, width: solidTo === at ? solid : widthOf(from, at) }
  })
  const marker = listMarker(text)
  let whole: { readonly width: number; readonly wrapped: Wrapped } | undefined
  const paragraph: SetParagraph = {
    text,
    pieces,
    marks,
    hang: marker ? widthOf(0, marker.text.length) : 0,
    isItem: marker !== undefined,
    direction: directionOfText(text),
    width: pieces.reduce((sum, piece) => sum + piece.width, 0),
    measure: widthOf,
    wrap(width, most) {
      if (whole?.width === width) return whole.wrapped
      const wrapped = wrap(paragraph, width, most)
      if (most === Infinity) whole = { width, wrapped }
      return wrapped
    },
  }
  return paragraph
}
