import type { Step } from '../../../shared/model/history.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { canGrow, type Geometry, type Shape } from '../../../shared/model/shape.ts'
import { growthOf } from '../../../shared/scene/textLayout.ts'
import type { Measure } from '../../../shared/scene/ops.ts'
import type { Editor } from '../editor.ts'

/** The shape with another geometry, grown for its text. */
export function resized(shape: Shape, geometry: Geometry, measure: Measure): Shape {
  const next = { ...shape, geometry }
  return canGrow(next) ? { ...next, grow: growthOf(next, measure) } : next
}

/** Gives shapes new geometries; notes grow further if their text needs it. */
export function resizeShapes(
  { workshop, measure }: Editor,
  geometries: ReadonlyMap<ShapeId, Geometry>,
  step?: Step,
): void {
  workshop.change((change) => {
    for (const [id, geometry] of geometries) {
      const shape = workshop.shapes.get(id)
      if (!shape) continue
      const next = resized(shape, geometry, measure)
      change.update(id, { geometry, ...(canGrow(next) && { grow: next.grow }) })
    }
  }, step)
}
