import type { Change, Workshop } from '../../model/workshop.ts'
import type { StageId } from '../ids.ts'
import { indexAt, ordersAt, type Spot } from './ordersAt.ts'

/** Puts a stage elsewhere among those of its story; its steps go with it, in all journeys. */
export function moveStage(
  { journeys }: Pick<Workshop, 'journeys'>,
  change: Change,
  id: StageId,
  spot: Spot<StageId>,
): void {
  const stage = journeys.get('stages', id)
  if (!stage || spot.before === id || spot.after === id) return
  const siblings = journeys.stagesOf(stage.story).filter((other) => other.id !== id)
  const { orders, renumbered } = ordersAt(siblings, indexAt(siblings, spot), 1)
  for (const [other, order] of renumbered) change.set('stages', other as StageId, { order })
  change.set('stages', id, { order: orders[0] ?? stage.order })
}
