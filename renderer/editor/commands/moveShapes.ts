import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../editor.ts'
import { carriedBy } from '../carried.ts'
import { movedShape } from '../preview.ts'

/** Moves by page units, with what they carry. What somebody has deleted meanwhile, or locked, is left out. */
export function moveShapes(editor: Editor, ids: Iterable<ShapeId>, by: Vec, step?: Step): void {
  const { workshop } = editor
  if (by[0] === 0 && by[1] === 0) return
  workshop.change((change) => {
    for (const id of carriedBy(editor, ids)) {
      const shape = workshop.shapes.get(id)
      if (!shape) continue
      const moved = movedShape(shape, by)
      change.update(
        id,
        moved.kind === 'connector'
          ? { geometry: moved.geometry, start: moved.start, end: moved.end }
          : { geometry: moved.geometry },
      )
    }
  }, step)
}
