import { center } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import type { Change } from '../../shared/model/workshop.ts'
import type { StepId } from '../../shared/journey/ids.ts'
import type { Editor } from './editor.ts'
import { pictureAt } from './journey/pictures.ts'

/** What can be part of a frame's picture. */
const DRAWN: ReadonlySet<Shape['kind']> = new Set([
  'ink',
  'image',
  'figure',
  'stamp',
  'text',
  'form',
  'note',
] satisfies Shape['kind'][])

/**
 * Makes a shape that comes to lie in the picture of a frame part of it, and takes it out of one that it has left; it
 * stays where it is seen. `shape` is as the change leaves it. Gives the frame that it is in now.
 */
export function settleInFrame(editor: Editor, change: Change, shape: Shape): StepId | undefined {
  const inCell = shape.kind === 'note' && shape.cell !== undefined
  const frame =
    DRAWN.has(shape.kind) && !inCell ? pictureAt(editor, center(boundsOf(shape)))?.step : undefined
  if (frame !== shape.frame) change.update(shape.id, { frame })
  return frame
}

/** Makes strokes part of the picture in which they were begun, however far they go. */
export function keepInFrame(editor: Editor, change: Change, strokes: readonly Shape[], start: Vec): void {
  const frame = pictureAt(editor, start)?.step
  if (frame !== undefined) for (const { id } of strokes) change.update(id, { frame, section: undefined })
}
