import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Geometry } from '../../../shared/model/shape.ts'
import { growthOf } from '../../../shared/scene/noteLayout.ts'
import type { Editor } from '../editor.ts'

/** Gives shapes new geometries; notes grow further if their text needs it. */
export function resizeShapes(
  { workshop, measure }: Editor,
  geometries: ReadonlyMap<ShapeId, Geometry>,
): void {
  workshop.change((change) => {
    for (const [id, geometry] of geometries) {
      const shape = workshop.shapes.get(id)
      if (shape) change.update(id, { geometry, grow: growthOf(shape.text, geometry, measure) })
    }
  })
}
