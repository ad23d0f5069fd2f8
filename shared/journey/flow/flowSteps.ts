/** What a group does one after the other, from nobody in particular to a map with owners. */
export const FLOW_STEPS = [
  'personas',
  'moments',
  'pick',
  'frames',
  'feelings',
  'today',
  'notes',
  'serves',
  'owners',
  'done',
] as const
export type FlowStep = (typeof FLOW_STEPS)[number]

/** The step after this one, or before it; the same where there is none. */
export function stepBeside(step: FlowStep, by: 1 | -1): FlowStep {
  return FLOW_STEPS[FLOW_STEPS.indexOf(step) + by] ?? step
}
