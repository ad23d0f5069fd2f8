import { marksWithin } from '../model/markRuns.ts'
import type { Mark } from '../model/marks.ts'
import { canGrow, type Shape } from '../model/shape.ts'
import type { Alignment, TextDirection } from '../model/style.ts'
import type { Direction, Font, Measure } from './ops.ts'
import { paragraphsOf, textFont, type SetParagraph } from './paragraphs.ts'
import { textBoxOf } from './textBox.ts'

export const LINE_HEIGHT = 1.3

/** Text shrinks along these sizes (page units) to the floor, the last; then the shape grows. */
const SIZES = [112, 96, 80, 72, 64, 56, 48, 40, 36, 32, 28, 24, 21, 18, 16, 14] as const
const FLOOR = 14

/** A text and the box it is set in. Page units. */
export interface TextBox {
  readonly text: string
  readonly marks?: readonly Mark[] | undefined
  /** Of the whole shape; the text keeps `padding` from its edges. */
  readonly w: number
  readonly h: number
  readonly padding: number
  /** What else is kept free on each side, as shares of width and height: the corners of a diamond hold no text. */
  readonly inset?: readonly [x: number, y: number] | undefined
  /** Kept free at the bottom, page units. */
  readonly foot?: number | undefined
  /** A fixed size, or the largest to try: the text takes the largest at which all of it fits. */
  readonly size: { readonly fixed: number } | { readonly most: number }
  readonly weight: number
  readonly align: Alignment
  readonly direction: TextDirection
  /** Where the lines stand if there is room to spare. */
  readonly vertical: 'top' | 'middle'
  /** Lines end only where the author ended them. */
  readonly unbroken?: true | undefined
}

export interface TextLine {
  readonly text: string
  /** What looks different in it, from its start. */
  readonly marks: readonly Mark[]
  readonly direction: Direction
  /** Where `at` is: of the line's left end, middle or right end. */
  readonly align: 'left' | 'center' | 'right'
  /** Horizontally as `align` says, and the baseline: from the box's top-left corner, page units. */
  readonly at: readonly [x: number, baseline: number]
}

/** A text set in its box. */
export interface TextLayout {
  readonly font: Font
  readonly lines: readonly TextLine[]
  /** What the box must be tall to hold its text: at least its own height. Page units. */
  readonly height: number
}

/** Sets text in a box: at the size asked for, or the largest at which all lines fit and no word is cut. */
export function layOutText(box: TextBox, measure: Measure): TextLayout {
  const width = box.unbroken ? Infinity : innerWidth(box)
  const paragraphs = paragraphsOf(box.text, box.marks, box.weight, measure)
  if ('fixed' in box.size) return place(box, paragraphs, width, box.size.fixed)
  const room = Math.max(0, box.h * (1 - 2 * insetOf(box)[1]) - 2 * box.padding - footOf(box))
  for (const size of SIZES) {
    if (size > box.size.most) continue
    if (fits(paragraphs, width / size, Math.floor(room / (size * LINE_HEIGHT))))
      return place(box, paragraphs, width, size)
  }
  return place(box, paragraphs, width, FLOOR)
}

const footOf = ({ foot }: TextBox): number => foot ?? 0
const insetOf = ({ inset }: TextBox): readonly [number, number] => inset ?? [0, 0]

/** Room for lines, in page units. */
export const innerWidth = (box: TextBox): number =>
  Math.max(1, box.w * (1 - 2 * insetOf(box)[0]) - 2 * box.padding)

function fits(paragraphs: readonly SetParagraph[], width: number, most: number): boolean {
  let left = most
  for (const paragraph of paragraphs) {
    const { lines, cut, tooLong } = paragraph.wrap(width, left)
    left -= lines.length
    if (cut || tooLong || left < 0) return false
  }
  return true
}

function place(box: TextBox, paragraphs: readonly SetParagraph[], width: number, size: number): TextLayout {
  const wrapped = paragraphs.map((paragraph) => paragraph.wrap(width / size, Infinity).lines)
  const count = wrapped.reduce((sum, lines) => sum + lines.length, 0)
  const step = size * LINE_HEIGHT
  const free = 1 - 2 * insetOf(box)[1]
  const height = Math.max(box.h, (count * step + 2 * box.padding + footOf(box)) / free)
  const top =
    box.vertical === 'top'
      ? height * insetOf(box)[1] + box.padding
      : (height - footOf(box) - count * step) / 2
  const placed: TextLine[] = []
  for (const [index, paragraph] of paragraphs.entries()) {
    const direction = box.direction === 'auto' ? paragraph.direction : box.direction
    // The items of a list stand in a column, wherever other lines stand.
    const align = sideOf(paragraph.isItem ? 'start' : box.align, direction)
    for (const [row, { from, to }] of (wrapped[index] ?? []).entries()) {
      const hang = row > 0 ? paragraph.hang * size : 0
      placed.push({
        text: paragraph.text.slice(from, to),
        marks: marksWithin(paragraph.marks, { from, to }),
        direction,
        align,
        // Inter's ascent and descent average to a baseline 0.36 em below the middle of the line.
        at: [xOf(align, box, hang), top + (placed.length + 0.5) * step + size * 0.36],
      })
    }
  }
  return { font: textFont(size, box.weight), height, lines: placed }
}

function sideOf(align: Alignment, direction: Direction): TextLine['align'] {
  if (align === 'center') return 'center'
  return (align === 'start') === (direction === 'ltr') ? 'left' : 'right'
}

function xOf(align: TextLine['align'], box: TextBox, hang: number): number {
  const edge = box.w * insetOf(box)[0] + box.padding + hang
  return align === 'center' ? box.w / 2 : align === 'left' ? edge : box.w - edge
}

/** Width of the longest line of a text that breaks only where its author broke it, in page units, padding included. */
export function naturalWidth(box: TextBox, size: number, measure: Measure): number {
  const widths = paragraphsOf(box.text, box.marks, box.weight, measure).map(({ width }) => width * size)
  return Math.ceil(widths.reduce((most, width) => Math.max(most, width), 0)) + 2 * box.padding
}

/** How much taller than its geometry a shape must be for its text, in page units; 0 for those that do not grow. */
export function growthOf(shape: Shape, measure: Measure): number {
  if (!canGrow(shape)) return 0
  return Math.max(0, layOutText(textBoxOf(shape), measure).height - shape.geometry[3])
}

/** The shape with the growth that its text needs. */
export const grownToText = <S extends Shape>(shape: S, measure: Measure): S =>
  canGrow(shape) ? { ...shape, grow: growthOf(shape, measure) } : shape
