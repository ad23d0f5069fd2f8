import type { Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Editor } from './editor.ts'
import { hits } from './hitTest.ts'
import { isLocked } from './locks.ts'

/** How near the eraser must come, in screen units. */
const REACH = 6

const GROUND: ReadonlySet<Shape['kind']> = new Set(['section', 'map', 'storyboard'])

/**
 * What the eraser takes away at a page point: everything there that is not locked, with the groups it belongs to.
 * Sections, maps and storyboards stay: they are the ground that others work on.
 */
export function erasedAt(editor: Editor, point: Vec): readonly ShapeId[] {
  const slack = REACH / editor.camera.get().zoom
  return editor.workshop.shapes
    .within(editor.board.get(), { x: point[0] - slack, y: point[1] - slack, w: 2 * slack, h: 2 * slack })
    .filter((shape) => !GROUND.has(shape.kind) && hits(shape, point, slack))
    .flatMap((shape) => grouped(editor, shape))
    .filter((shape) => !isLocked(editor, shape))
    .map(({ id }) => id)
}

function grouped({ workshop }: Editor, shape: Shape): readonly Shape[] {
  const group = shape.groups?.[0]
  if (group === undefined) return [shape]
  return workshop.shapes.members(group).filter((other) => other.board === shape.board)
}
