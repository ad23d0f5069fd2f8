import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../editor.ts'
import { movedBy } from '../preview.ts'

/** Moves by page units. Shapes that somebody has deleted meanwhile are left out. */
export function moveShapes({ workshop }: Editor, ids: Iterable<ShapeId>, by: Vec, step?: Step): void {
  if (by[0] === 0 && by[1] === 0) return
  workshop.change((change) => {
    for (const id of ids) {
      const shape = workshop.shapes.get(id)
      if (shape) change.update(id, { geometry: movedBy(shape.geometry, by) })
    }
  }, step)
}
