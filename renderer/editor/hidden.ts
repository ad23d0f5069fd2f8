import type { ShapeId } from '../../shared/model/ids.ts'
import type { Shape } from '../../shared/model/shape.ts'

/** Sections lie within sections no deeper than this; whoever says otherwise made a circle. */
const DEEPEST = 20

/** Does it lie in a collapsed section, or in one within it? Then it is neither seen nor meant. */
export function isHidden(shape: Shape, lookup: (id: ShapeId) => Shape | undefined): boolean {
  let inside = shape.section
  for (let depth = 0; inside !== undefined && depth < DEEPEST; depth++) {
    const section = lookup(inside)
    if (section?.kind === 'section' && section.collapsed) return true
    inside = section?.section
  }
  return false
}
