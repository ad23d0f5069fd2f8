/** Where a tab lies along the row: from its left edge on, in pixels. */
export interface Span {
  readonly start: number
  readonly size: number
}

/**
 * The place, counted from 0, of a tab that is dragged by `by` pixels to the right: after all others whose middle comes
 * before its own in the direction of reading. `spans` are those of all tabs, in order, as they lay before.
 */
export function dropIndex(spans: readonly Span[], from: number, by: number, rightToLeft: boolean): number {
  const dragged = spans[from]
  if (!dragged) return from
  const middle = middleOf(dragged) + by
  const isBefore = (span: Span) => (rightToLeft ? middleOf(span) > middle : middleOf(span) < middle)
  return spans.filter((span, index) => index !== from && isBefore(span)).length
}

const middleOf = ({ start, size }: Span): number => start + size / 2

/** How far (pixels) the tab at `index` makes way while the one at `from` would be dropped at `to`. */
export function shiftOf(spans: readonly Span[], index: number, from: number, to: number): number {
  const [first, second] = [spans[0], spans[1]]
  const dragged = spans[from]
  if (!first || !second || !dragged || index === from) return 0
  const forwards = second.start > first.start ? 1 : -1
  const gap =
    forwards > 0 ? second.start - first.start - first.size : first.start - second.start - second.size
  const width = forwards * (dragged.size + gap)
  if (index > from && index <= to) return -width
  return index < from && index >= to ? width : 0
}
