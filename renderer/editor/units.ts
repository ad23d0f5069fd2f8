import { groupAt, unitsOf, type Unit } from '../../shared/model/groups.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Editor } from './editor.ts'
import { isCard } from './journey/cellsOnBoard.ts'
import { isLocked } from './locks.ts'

/** All that a click on this shape means: the group it counts as part of, where somebody is now, or the shape alone. */
export function unitAround({ workshop, inside, board }: Editor, shape: Shape): readonly Shape[] {
  const group = groupAt(shape, inside.get())
  if (group === undefined) return [shape]
  return workshop.shapes.members(group).filter((member) => member.board === board.get())
}

export const idsOf = (shapes: readonly Shape[]): readonly ShapeId[] => shapes.map(({ id }) => id)

/** Can it be caught by the rubber band, or by selecting all? What is locked or out of sight can't. */
export const isCatchable = ({ workshop }: Editor, shape: Shape): boolean =>
  !isLocked({ workshop }, shape) && !workshop.shapes.isHidden(shape.id)

/** The selected shapes that may be changed, bottom to top. */
export const changeableShapes = (editor: Editor): readonly Shape[] => editor.selected.get().free

/** The selected shapes that may be put anywhere: not those whose place follows from the map they lie in. */
export const placeableShapes = (editor: Editor): readonly Shape[] =>
  changeableShapes(editor).filter((shape) => !isCard(editor, shape))

/**
 * What of the selection can be put somewhere else by itself: groups as one. Left out is what goes along with something
 * else that is selected: what lies in a section, stamps on a shape, connectors that end on shapes.
 */
export function movableUnits(editor: Editor): readonly Unit[] {
  const selected = editor.selection.get()
  const free = placeableShapes(editor).filter((shape) => !follows(shape, selected))
  return unitsOf(free, editor.inside.get())
}

function follows(shape: Shape, selected: ReadonlySet<ShapeId>): boolean {
  if (shape.section !== undefined && selected.has(shape.section)) return true
  if (shape.kind === 'stamp') return shape.on !== undefined && selected.has(shape.on)
  if (shape.kind !== 'connector') return false
  return shape.start.shape !== undefined || shape.end.shape !== undefined
}
