import type { LaneId, StageId, StepId } from '../../shared/journey/ids.ts'

/** Parts of journeys that are selected, all of one kind. */
export type Chosen =
  | { readonly kind: 'steps'; readonly ids: readonly StepId[] }
  | { readonly kind: 'stage'; readonly id: StageId }
  | { readonly kind: 'lane'; readonly id: LaneId }
