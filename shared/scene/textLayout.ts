import type { Mark } from '../model/marks.ts'
import { canGrow, type Shape } from '../model/shape.ts'
import type { Alignment, TextDirection } from '../model/style.ts'
import { directionOfText } from './direction.ts'
import type { Direction, Font, Measure } from './ops.ts'
import { TEXT_FAMILY } from './palette.ts'
import { textBoxOf } from './textBox.ts'
import { piecesOf, wrap, type MeasureText, type Wrapped } from './wrap.ts'

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
  /** A fixed size, or the largest to try: the text takes the largest at which all of it fits. */
  readonly size: { readonly fixed: number } | { readonly most: number }
  readonly weight: number
  readonly align: Alignment
  readonly direction: TextDirection
  /** Where the lines stand if there is room to spare. */
  readonly vertical: 'top' | 'middle'
}

export interface TextLine {
  readonly text: string
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

export const textFont = (size: number, weight: number): Font => ({ family: TEXT_FAMILY, size, weight })

/** Sets text in a box: at the size asked for, or the largest at which all lines fit and no word is cut. */
export function layOutText(box: TextBox, measure: Measure): TextLayout {
  const width = Math.max(1, box.w - 2 * box.padding)
  const unitFont = textFont(UNIT, box.weight)
  // Widths grow in proportion to the size, so each word is measured once, at size 1.
  const unit: MeasureText = (piece) => measure(piece, unitFont) / UNIT
  const pieces = piecesOf(box.text)
  if ('fixed' in box.size) return place(box, wrap(pieces, width / box.size.fixed, unit), box.size.fixed)
  const room = Math.max(0, box.h - 2 * box.padding)
  for (const size of SIZES) {
    if (size > box.size.most) continue
    const wrapped = wrap(pieces, width / size, unit, Math.floor(room / (size * LINE_HEIGHT)))
    if (!wrapped.cut && !wrapped.tooLong) return place(box, wrapped, size)
  }
  return place(box, wrap(pieces, width / FLOOR, unit), FLOOR)
}

const UNIT = 100

function place(box: TextBox, { lines }: Wrapped, size: number): TextLayout {
  const automatic = box.text.split('\n').map(directionOfText)
  const step = size * LINE_HEIGHT
  const needed = lines.length * step + 2 * box.padding
  const height = Math.max(box.h, needed)
  const top = box.vertical === 'top' ? box.padding : (height - lines.length * step) / 2
  return {
    font: textFont(size, box.weight),
    height,
    lines: lines.map((line, row) => {
      const direction = box.direction === 'auto' ? (automatic[line.paragraph] ?? 'ltr') : box.direction
      const align = sideOf(box.align, direction)
      return {
        text: line.text,
        direction,
        align,
        // Inter's ascent and descent average to a baseline 0.36 em below the middle of the line.
        at: [xOf(align, box), top + (row + 0.5) * step + size * 0.36],
      }
    }),
  }
}

function sideOf(align: Alignment, direction: Direction): TextLine['align'] {
  if (align === 'center') return 'center'
  return (align === 'start') === (direction === 'ltr') ? 'left' : 'right'
}

const xOf = (align: TextLine['align'], { w, padding }: TextBox): number =>
  align === 'center' ? w / 2 : align === 'left' ? padding : w - padding

/** Width of the longest line of a text that breaks only where its author broke it, in page units, padding included. */
export function naturalWidth(box: TextBox, size: number, measure: Measure): number {
  const font = textFont(size, box.weight)
  const widths = box.text.split('\n').map((line) => measure(line, font))
  return Math.ceil(Math.max(0, ...widths)) + 2 * box.padding
}

/** How much taller than its geometry a shape must be for its text, in page units; 0 for those that do not grow. */
export function growthOf(shape: Shape, measure: Measure): number {
  if (!canGrow(shape)) return 0
  return Math.max(0, layOutText(textBoxOf(shape), measure).height - shape.geometry[3])
}

/** The shape with the growth that its text needs. */
export const grownToText = <S extends Shape>(shape: S, measure: Measure): S =>
  canGrow(shape) ? { ...shape, grow: growthOf(shape, measure) } : shape
