import type { Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { Emotion } from '../../shared/journey/entities.ts'

/** What is being dragged in a map: nothing is written before it is let go. Page units. */
export interface MapDrag {
  /** The parts that move, where the pointer has them. */
  readonly ghosts: readonly Box[]
  /** Where they would come; no width or no height. */
  readonly line?: Box | undefined
  /** The feeling that would be set. */
  readonly feeling?: { readonly at: Vec; readonly emotion: Emotion } | undefined
}

/** The place under the pointer at which something can be added to a map: the middle of its plus, page units. */
export type MapPlus = Vec
