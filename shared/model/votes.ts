import type { ShapeId } from './ids.ts'
import type { ShapeIndex } from './shapeIndex.ts'

/** How many stamps people put on a shape. */
export const votesOn = (shapes: ShapeIndex, id: ShapeId): number =>
  shapes.referrers(id).filter((shape) => shape.kind === 'stamp' && shape.on === id).length

/** The stamps on a shape: how many there are of each emoji. */
export function votesOf(shapes: Pick<ShapeIndex, 'referrers'>, id: ShapeId): ReadonlyMap<string, number> {
  const votes = new Map<string, number>()
  for (const shape of shapes.referrers(id))
    if (shape.kind === 'stamp' && shape.on === id) votes.set(shape.emoji, (votes.get(shape.emoji) ?? 0) + 1)
  return votes
}
