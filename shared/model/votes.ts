import type { ShapeId } from './ids.ts'
import type { ShapeIndex } from './shapeIndex.ts'

/** How many stamps people put on a shape. */
export const votesOn = (shapes: ShapeIndex, id: ShapeId): number =>
  shapes.referrers(id).filter((shape) => shape.kind === 'stamp' && shape.on === id).length
