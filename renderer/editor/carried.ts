import type { ShapeId } from '../../shared/model/ids.ts'
import type { Editor } from './editor.ts'
import { isLocked } from './locks.ts'

/**
 * Everything that moves when these are moved: what lies in a section, the stamps on a shape, and so on inwards. What
 * is locked stays where it is, be it by itself or by a section that it lies in.
 */
export function carriedBy({ workshop }: Editor, ids: Iterable<ShapeId>): ReadonlySet<ShapeId> {
  const carried = new Set<ShapeId>()
  const due = [...ids].filter((id) => {
    const shape = workshop.shapes.get(id)
    return shape && !isLocked({ workshop }, shape)
  })
  for (let id = due.pop(); id !== undefined; id = due.pop()) {
    const shape = workshop.shapes.get(id)
    if (!shape || shape.locked || carried.has(id)) continue
    carried.add(id)
    for (const referrer of workshop.shapes.referrers(id))
      if (referrer.section === id || (referrer.kind === 'stamp' && referrer.on === id)) due.push(referrer.id)
  }
  return carried
}
