import { ordersAbove } from '../model/order.ts'
import type { EntityKind } from './entities.ts'
import type { JourneyIndex } from './journeyIndex.ts'

/** Fractional indexes for new entities after all of their kind that there are. */
export function ordersAfter(journeys: JourneyIndex, kind: EntityKind, count: number): string[] {
  const all = journeys.all(kind)
  return ordersAbove(all.map(({ order }) => order).toReversed(), count)
}
