import type { Vec } from '../../shared/geometry/vec.ts'
import type { ShapeId } from '../../shared/model/ids.ts'

/** The copies that were made last: the next ones go on from there, the same way. */
export interface LastCopies {
  readonly ids: ReadonlySet<ShapeId>
  /** One of them, and where it would lie on top of its original (page units). */
  readonly copy: ShapeId
  readonly original: Vec
}
