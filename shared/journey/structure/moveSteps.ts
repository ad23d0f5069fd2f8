import { groupBy } from '../../util/groupBy.ts'
import type { Change, Workshop } from '../../model/workshop.ts'
import type { StageId, StepId } from '../ids.ts'
import { indexAt, ordersAt, type Spot } from './ordersAt.ts'
import { stepsIn, stepsInOrder } from './readers.ts'

/**
 * Puts steps into a stage, before or after one of its steps, or at its end. They keep their order among each other.
 * Each stays in its own journey: steps of another one than that of the step they come next to go to the end of the
 * stage. Nothing happens if the stage is gone, or of another story.
 */
export function moveSteps(
  { journeys }: Pick<Workshop, 'journeys'>,
  change: Change,
  ids: Iterable<StepId>,
  to: Spot<StepId> & { readonly stage: StageId },
): void {
  const story = journeys.get('stages', to.stage)?.story
  if (story === undefined) return
  const moved = stepsInOrder(journeys, ids)
  for (const [journey, steps] of groupBy(moved, (step) => step.journey)) {
    if (journeys.get('journeys', journey)?.story !== story) continue
    const moving = new Set(steps.map(({ id }) => id))
    const all = stepsIn(journeys, journey, to.stage)
    const siblings = all.filter(({ id }) => !moving.has(id))
    const at = indexAt(siblings, besideThoseThatStay(all, moving, to))
    const { orders, renumbered } = ordersAt(siblings, at, steps.length)
    for (const [id, order] of renumbered) change.set('steps', id as StepId, { order })
    // Both are written even if one stays the same: of two people's moves one wins as a whole.
    for (const [index, { id, order }] of steps.entries())
      change.set('steps', id, { stage: to.stage, order: orders[index] ?? order })
  }
}

/** Before a step that moves itself is before the next one that does not. */
function besideThoseThatStay(
  all: readonly { readonly id: StepId }[],
  moving: ReadonlySet<StepId>,
  { before, after }: Spot<StepId>,
): Spot<StepId> {
  const stays = ({ id }: { readonly id: StepId }) => !moving.has(id)
  const from = all.findIndex(({ id }) => id === before)
  if (from >= 0) return { before: all.slice(from).find(stays)?.id }
  const to = all.findIndex(({ id }) => id === after)
  if (to < 0) return {}
  const last = all.slice(0, to + 1).findLast(stays)?.id
  return last === undefined ? { before: all.find(stays)?.id } : { after: last }
}
