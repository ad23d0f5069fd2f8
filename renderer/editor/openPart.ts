import type { JourneyId, LaneId, StageId, StepId } from '../../shared/journey/ids.ts'
import type { ShapeId } from '../../shared/model/ids.ts'

/** The texts of a step that can be typed in a view. */
export const STEP_TEXTS = ['title', 'caption', 'today', 'place'] as const
export type StepText = (typeof STEP_TEXTS)[number]

/** A part of a map or storyboard over which something is open: a field for its text, or what it is chosen from. */
export type OpenPart = { readonly view: ShapeId } & (
  | { readonly kind: 'step'; readonly id: StepId; readonly part: StepText | 'emotion' | 'channel' }
  | { readonly kind: 'stage'; readonly id: StageId }
  | { readonly kind: 'lane'; readonly id: LaneId }
  | {
      readonly kind: 'journey'
      readonly id: JourneyId
      /** At the head of the view, or of the journey's track. */
      readonly at: 'title' | 'track'
    }
)
