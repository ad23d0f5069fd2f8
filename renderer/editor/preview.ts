import type { Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import type { Connector, Geometry, Shape } from '../../shared/model/shape.ts'

/** A gesture that is still under the pointer: drawn, but not yet in the document. */
export type Preview =
  | {
      readonly kind: 'move'
      readonly ids: ReadonlySet<ShapeId>
      readonly by: Vec
      /** Copies are moved: what they are copies of stays where it is. */
      readonly copy?: true
      /** What is not moved itself but changes with it: connectors between what moves and what does not. */
      readonly follow?: ReadonlyMap<ShapeId, Shape>
    }
  | {
      /** Shapes as the gesture would leave them. */
      readonly kind: 'change'
      readonly shapes: ReadonlyMap<ShapeId, Shape>
    }

/** The shape as the gesture would leave it. */
export function applyPreview(shape: Shape, preview: Preview | null): Shape {
  if (!preview) return shape
  if (preview.kind === 'change') return preview.shapes.get(shape.id) ?? shape
  return preview.ids.has(shape.id) ? movedShape(shape, preview.by) : (preview.follow?.get(shape.id) ?? shape)
}

/** The whole shape elsewhere: a connector's free ends and path go with it. */
export function movedShape(shape: Shape, by: Vec): Shape {
  return shape.kind === 'connector'
    ? movedConnector(shape, by)
    : { ...shape, geometry: movedBy(shape.geometry, by) }
}

export function movedConnector(connector: Connector, by: Vec): Connector {
  const moved = ([x, y]: Vec): [number, number] => [x + by[0], y + by[1]]
  const { geometry, path, start, end } = connector
  return {
    ...connector,
    geometry: movedBy(geometry, by),
    path: path.map(moved),
    start: { ...start, point: moved(start.point) },
    end: { ...end, point: moved(end.point) },
  }
}

export const movedBy = ([x, y, w, h, rotation]: Geometry, [dx, dy]: Vec): Geometry => [
  x + dx,
  y + dy,
  w,
  h,
  rotation,
]
