import { center } from '../geometry/box.ts'
import { rotate } from '../geometry/rotate.ts'
import { add, sub, type Vec } from '../geometry/vec.ts'
import { canGrow, frameOf, type Geometry, type Grown, type PlainText, type Shape } from '../model/shape.ts'
import type { Measure } from './ops.ts'
import { paragraphsOf } from './paragraphs.ts'
import { textBoxOf } from './textBox.ts'
import { growthOf, LINE_HEIGHT, naturalWidth } from './textLayout.ts'

/**
 * The shape with the size that its text needs: a text as wide as its longest line where it makes its own width, and
 * everything as tall as its lines. What does not grow stays as it is. The top edge of a turned shape stays in place.
 */
export function fitText<S extends Shape>(shape: S, measure: Measure): S {
  if (!canGrow(shape)) return shape
  const sized = shape.kind === 'text' ? withOwnSize(shape, measure) : shape
  const fitted = { ...sized, grow: growthOf(sized, measure) }
  return (shape.geometry[4] === 0 ? fitted : pinned(shape, fitted, anchorShare(fitted, measure))) as S
}

/** A text with the size that it needs, its top-left corner at a page point whatever its direction. */
export function fitTextAt(text: PlainText, [x, y]: Vec, measure: Measure): PlainText {
  const fitted = fitText(text, measure)
  const [, , w, h, rotation] = fitted.geometry
  return { ...fitted, geometry: [x, y, w, h, rotation] }
}

/** What `fitText` changes of a shape, as fields to replace; empty if it fits already. */
export function fitPatch(
  before: Shape,
  after: Shape,
): { readonly geometry?: Geometry; readonly grow?: number } {
  const geometryChanged = after.geometry.some((value, index) => value !== before.geometry[index])
  const grow = canGrow(after) && (!canGrow(before) || before.grow !== after.grow) ? after.grow : undefined
  return { ...(geometryChanged && { geometry: after.geometry }), ...(grow !== undefined && { grow }) }
}

/** Height of a text of one line, in page units. */
export const lineBoxHeight = (font: number, padding: number): number => font * LINE_HEIGHT + 2 * padding

function withOwnSize(text: PlainText, measure: Measure): PlainText {
  const box = textBoxOf(text)
  const [x, y, w, , rotation] = text.geometry
  const h = lineBoxHeight(text.style.font, box.padding)
  if (!text.autoWidth) return { ...text, geometry: [x, y, w, h, rotation] }
  const width = Math.max(1, naturalWidth(box, text.style.font, measure))
  return { ...text, geometry: [x + anchorShare(text, measure) * (w - width), y, width, h, rotation] }
}

/** Which point of its width stays where it is while a shape's text grows: 0 is the left edge, 1 the right one. */
function anchorShare(shape: Grown, measure: Measure): number {
  const { align, direction, text, marks, weight } = textBoxOf(shape)
  if (shape.kind !== 'text' || align === 'center') return 0.5
  const rtl =
    direction === 'auto'
      ? paragraphsOf(text, marks, weight, measure)[0]?.direction === 'rtl'
      : direction === 'rtl'
  return (align === 'start') === rtl ? 1 : 0
}

/** A turned shape turns about its middle, which moves as it grows: moved so that a point of its top edge stays. */
function pinned(before: Grown, after: Grown, share: number): Grown {
  const by = sub(turnedTop(before, share), turnedTop(after, share))
  const [x, y] = add([after.geometry[0], after.geometry[1]], by)
  const [, , w, h, rotation] = after.geometry
  return { ...after, geometry: [x, y, w, h, rotation] }
}

function turnedTop(shape: Grown, share: number): Vec {
  const frame = frameOf(shape)
  return rotate([frame.x + share * frame.w, frame.y], center(frame), shape.geometry[4])
}
