import type { Box } from '../geometry/box.ts'

/** A view as it lies on its board, with the size that it needs. Page units. */
export interface SeatedView {
  readonly id: string
  readonly board: string
  readonly box: Box
}

/** Between a view and one that had to make room for it, page units. */
const APART = 60
/** Where somebody has put more views than this, they lie as they lie. */
const MOST = 200

/**
 * How far down views go, by id, page units: maps and storyboards grow while people work, and one below or beside makes
 * room instead of being covered. The upper one stays, of two at the same height the left one.
 */
export function partViews(views: readonly SeatedView[]): ReadonlyMap<string, number> {
  const shifts = new Map<string, number>()
  if (views.length < 2 || views.length > MOST) return shifts
  const seated: SeatedView[] = []
  for (const view of views.toSorted(inReadingOrder)) {
    const seat = seatFor(view, seated)
    if (seat.box.y !== view.box.y) shifts.set(view.id, seat.box.y - view.box.y)
    seated.push(seat)
  }
  return shifts
}

/** Where a view lies below all that was in its way. Each step down passes one of them for good. */
function seatFor(view: SeatedView, seated: readonly SeatedView[]): SeatedView {
  const other = seated.find((one) => one.board === view.board && overlap(one.box, view.box))
  if (!other) return view
  return seatFor({ ...view, box: { ...view.box, y: other.box.y + other.box.h + APART } }, seated)
}

const overlap = (a: Box, b: Box): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h

const inReadingOrder = (a: SeatedView, b: SeatedView): number =>
  a.box.y - b.box.y || a.box.x - b.box.x || (a.id < b.id ? -1 : 1)
