import { center, contains } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { StepId } from '../../shared/journey/ids.ts'
import { boundsOf, type JourneyMap, type Shape, type Storyboard } from '../../shared/model/shape.ts'
import type { Change } from '../../shared/model/workshop.ts'
import type { Editor } from './editor.ts'

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

/** The topmost map or storyboard at a page point. */
export const viewAt = ({ workshop, board }: Editor, [x, y]: Vec): JourneyMap | Storyboard | undefined =>
  workshop.shapes
    .within(board.get(), { x, y, w: 0, h: 0 })
    .findLast(
      (shape): shape is JourneyMap | Storyboard => shape.kind === 'storyboard' || shape.kind === 'map',
    )

/** The step in whose frame's picture a page point lies; nothing beside all pictures. */
export function frameAt(editor: Editor, point: Vec): StepId | undefined {
  const view = viewAt(editor, point)
  if (view?.kind !== 'storyboard' || !view.layout) return undefined
  // Of several storyboards of a story, one holds the pictures.
  if (editor.workshop.shapes.placement.storyboardOf(view.story) !== view.id) return undefined
  const at: Vec = [point[0] - view.geometry[0], point[1] - view.geometry[1]]
  for (const [step, picture] of view.layout.pictures) if (contains(picture, at)) return step
  return undefined
}

/**
 * Makes a shape that comes to lie in the picture of a frame part of it, and takes it out of one that it has left; it
 * stays where it is seen. `shape` is as the change leaves it. Tells whether it is in a frame now.
 */
export function settleInFrame(editor: Editor, change: Change, shape: Shape): boolean {
  const inCell = shape.kind === 'note' && shape.cell !== undefined
  const frame = DRAWN.has(shape.kind) && !inCell ? frameAt(editor, center(boundsOf(shape))) : undefined
  if (frame !== shape.frame) change.update(shape.id, { frame })
  return frame !== undefined
}

/** Makes strokes part of the picture in which they were begun, however far they go. */
export function keepInFrame(editor: Editor, change: Change, strokes: readonly Shape[], start: Vec): void {
  const frame = frameAt(editor, start)
  if (frame !== undefined) for (const { id } of strokes) change.update(id, { frame, section: undefined })
}
