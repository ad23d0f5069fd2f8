import type { JourneyDiff } from '../../../shared/journey/diffJourneys.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import type { MarkKind, StepMark } from '../../editor/stepMark.ts'

/** More of them would cover the name of a step. */
const MOST = 3

/** What is to be seen of a comparison at the heads of the steps: the removed ones in the current journey, the rest in the ideal. */
export function stepMarks(diff: JourneyDiff): readonly StepMark[] {
  const kinds = new Map<StepId, MarkKind[]>()
  const mark = (step: StepId, kind: MarkKind) => {
    const found = kinds.get(step)
    if (found) found.push(kind)
    else kinds.set(step, [kind])
  }
  for (const { id } of diff.added) mark(id, 'added')
  for (const { id } of diff.removed) mark(id, 'removed')
  for (const { to } of diff.merged) mark(to.id, 'merged')
  for (const { to } of diff.split) for (const { id } of to) mark(id, 'split')
  for (const { to } of diff.moved) mark(to.id, 'moved')
  for (const { to, delta } of diff.emotions) if (delta !== 0) mark(to.id, delta > 0 ? 'better' : 'worse')
  for (const { to } of diff.changed) mark(to.id, 'changed')
  return [...kinds].map(([step, all]) => ({ step, kinds: all.slice(0, MOST) }))
}
