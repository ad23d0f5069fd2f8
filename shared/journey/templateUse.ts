import type { Vec } from '../geometry/vec.ts'
import type { Language } from '../i18n/languages.ts'
import type { BoardId } from '../model/ids.ts'
import { ordersAbove } from '../model/order.ts'
import type { Workshop } from '../model/workshop.ts'
import type { Measure } from '../scene/ops.ts'

/** Where and for whom a template is used. */
export interface TemplateUse {
  readonly workshop: Workshop
  readonly board: BoardId
  /** Top-left corner of the first view, page units. */
  readonly at: Vec
  readonly language: Language
  readonly measure: Measure
  /** When it is used: ms since 1970. */
  readonly now: number
}

/** The day so many days from now, as ISO 8601 writes it. */
export const dayIn = (days: number, now: number): string =>
  new Date(now + days * 86_400_000).toISOString().slice(0, 10)

/** Fractional indexes for the first entities of something new. */
export const freshOrders = (count: number): string[] => ordersAbove([], count)
