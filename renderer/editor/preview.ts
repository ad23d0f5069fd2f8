import type { Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Geometry, Shape } from '../../shared/model/shape.ts'
import { growthOf } from '../../shared/scene/noteLayout.ts'
import type { Measure } from '../../shared/scene/ops.ts'

/** A gesture that is still under the pointer: drawn, but not yet in the document. */
export type Preview =
  | { readonly kind: 'move'; readonly ids: ReadonlySet<ShapeId>; readonly by: Vec }
  | { readonly kind: 'resize'; readonly geometries: ReadonlyMap<ShapeId, Geometry> }

export const previewed = (preview: Preview | null, id: ShapeId): boolean =>
  preview !== null && (preview.kind === 'move' ? preview.ids.has(id) : preview.geometries.has(id))

/** The shape as the gesture would leave it. */
export function applyPreview(shape: Shape, preview: Preview | null, measure: Measure): Shape {
  if (!preview || !previewed(preview, shape.id)) return shape
  if (preview.kind === 'move') return { ...shape, geometry: movedBy(shape.geometry, preview.by) }
  const geometry = preview.geometries.get(shape.id)
  return geometry ? { ...shape, geometry, grow: growthOf(shape.text, geometry, measure) } : shape
}

export const movedBy = ([x, y, w, h, rotation]: Geometry, [dx, dy]: Vec): Geometry => [
  x + dx,
  y + dy,
  w,
  h,
  rotation,
]
