import type { Vec } from '../geometry/vec.ts'
import type { Language } from '../i18n/languages.ts'
import type { BoardId } from '../model/ids.ts'
import { ordersAbove } from '../model/order.ts'
import type { Workshop } from '../model/workshop.ts'
import type { Measure } from '../scene/ops.ts'
import type { EntityKind } from './entities.ts'

/** Where and for whom a template is used. */
export interface TemplateUse {
  readonly workshop: Workshop
  readonly board: BoardId
  /** Top-left corner of the first view, page units. */
  readonly at: Vec
  readonly language: Language
  readonly measure: Measure
}

/** Fractional indexes for new entities after all of their kind that there are. */
export function ordersAfter(workshop: Workshop, kind: EntityKind, count: number): string[] {
  const all = workshop.journeys.all(kind)
  return ordersAbove(all.map(({ order }) => order).toReversed(), count)
}

/** Fractional indexes for the first entities of something new. */
export const freshOrders = (count: number): string[] => ordersAbove([], count)
