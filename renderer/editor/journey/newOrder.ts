import type { EntityKind } from '../../../shared/journey/entities.ts'
import { ordersAbove } from '../../../shared/model/order.ts'
import type { Editor } from '../editor.ts'

/** Fractional indexes for new entities after all of their kind that there are. */
export function newOrders({ workshop }: Pick<Editor, 'workshop'>, kind: EntityKind, count: number): string[] {
  const all = workshop.journeys.all(kind)
  return ordersAbove(all.map(({ order }) => order).toReversed(), count)
}
