import type { ShapeId } from '../../../../shared/model/ids.ts'
import { canGrow, type Shape } from '../../../../shared/model/shape.ts'
import type { Editor } from '../../../editor/editor.ts'

/** Could anything be in another place of the outline after these changes? Typing changes texts, and no place. */
export function changesTree(
  { workshop, board }: Editor,
  changed: ReadonlySet<ShapeId>,
  before: ReadonlyMap<ShapeId, Shape>,
): boolean {
  for (const id of changed) {
    const [old, now] = [before.get(id), workshop.shapes.get(id)]
    if (old?.board !== board.get() && now?.board !== board.get()) continue
    if (!old || !now || placeOf(old) !== placeOf(now) || layoutOf(old) !== layoutOf(now)) return true
  }
  return false
}

/** What a map or a storyboard shows: another object whenever any of it has changed. */
const layoutOf = (shape: Shape): unknown =>
  shape.kind === 'map' || shape.kind === 'storyboard' ? shape.layout : undefined

/** All that decides where a shape is read. */
function placeOf(shape: Shape): string {
  const { board, geometry, section, groups } = shape
  const more = [
    canGrow(shape) ? shape.grow : 0,
    shape.kind === 'section' && shape.collapsed,
    shape.kind === 'stamp' && shape.on,
  ]
  return JSON.stringify([board, geometry, section, groups, more])
}
