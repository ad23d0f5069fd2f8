import type { StepId } from '../../shared/journey/ids.ts'

/** What is said of a step where two versions of a journey are compared. */
export const MARK_KINDS = [
  'added',
  'removed',
  'moved',
  'merged',
  'split',
  'changed',
  'better',
  'worse',
] as const
export type MarkKind = (typeof MARK_KINDS)[number]

/** Shown at the head of a step, wherever the step is to be seen. */
export interface StepMark {
  readonly step: StepId
  readonly kinds: readonly MarkKind[]
}
