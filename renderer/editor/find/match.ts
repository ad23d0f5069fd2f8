import type { BoardId, ShapeId } from '../../../shared/model/ids.ts'
import { hasText, type Shape } from '../../../shared/model/shape.ts'
import type { FoundRange } from '../../../shared/util/findText.ts'

/** Which of a shape's texts: what is written on it, what is said of a picture, or a tag by its place. */
export type TextPart = 'text' | 'alt' | number

/** A place where something was found, UTF-16 units of one text. */
export interface Match extends FoundRange {
  readonly board: BoardId
  readonly shape: ShapeId
  readonly part: TextPart
}

/** All of a shape's texts that can be looked through. */
export function partsOf(shape: Shape): readonly (readonly [TextPart, string])[] {
  const parts: [TextPart, string][] = hasText(shape) && shape.text !== '' ? [['text', shape.text]] : []
  if (shape.kind === 'image' && shape.alt !== '') parts.push(['alt', shape.alt])
  if (shape.kind === 'note') shape.tags?.forEach((tag, index) => parts.push([index, tag]))
  return parts
}

/** The same text of the same shape? */
export const samePart = (a: Match, b: Match): boolean => a.shape === b.shape && a.part === b.part
