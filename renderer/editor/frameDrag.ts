import type { Vec } from '../../shared/geometry/vec.ts'
import type { FrameSpot } from '../../shared/journey/frameSpotAt.ts'
import type { StepId } from '../../shared/journey/ids.ts'
import type { ShapeId } from '../../shared/model/ids.ts'

/** Frames under the pointer: drawn elsewhere, but not yet moved in the document. */
export interface FrameDrag {
  readonly view: ShapeId
  readonly ids: readonly StepId[]
  /** Page units. */
  readonly by: Vec
  /** Nothing where they would stay where they are. */
  readonly spot: FrameSpot | undefined
}
