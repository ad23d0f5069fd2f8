import type { JourneyId, StageId, StepId } from './ids.ts'

/** What a row of the outline stands for where that is no shape: a part of the journey that a map or storyboard shows. */
export type TreePart =
  | { readonly kind: 'stage'; readonly id: StageId | undefined; readonly steps: number }
  | {
      readonly kind: 'step'
      readonly id: StepId
      readonly journey: JourneyId
      /** 1 for the first of its journey. */
      readonly number: number
      /** It is told as a frame of a storyboard, rather than as a column of a map. */
      readonly frame: boolean
    }
