import { acrossOf, endOf, isSame, sizeOf, startOf, type Axis } from '../../shared/geometry/axis.ts'
import type { Box } from '../../shared/geometry/box.ts'
import type { Guide } from './guide.ts'

/** The space between two neighbours that follow each other. */
interface Gap {
  readonly before: Box
  readonly after: Box
  readonly size: number
}

/**
 * How far a box has to move along an axis so that a gap beside it is as wide as another one of its row or column: no
 * further than `reach` (page units).
 */
export function gapSnaps(box: Box, neighbours: readonly Box[], axis: Axis, reach: number): number[] {
  const row = rowOf(box, neighbours, axis)
  const [start, size] = [startOf(box, axis), sizeOf(box, axis)]
  const all = gapsOf(row, axis).flatMap((gap) => {
    const [from, to] = [endOf(gap.before, axis), startOf(gap.after, axis)]
    const beside = [
      endOf(gap.after, axis) + gap.size - start,
      startOf(gap.before, axis) - gap.size - size - start,
    ]
    return gap.size >= size ? [...beside, (from + to - size) / 2 - start] : beside
  })
  // Where a third one lies in between, there is no gap to be made equal.
  const makesGaps = (by: number) =>
    gapGuides(axis === 'x' ? { ...box, x: box.x + by } : { ...box, y: box.y + by }, row, axis).length > 0
  return all.filter((by) => Math.abs(by) <= reach && makesGaps(by))
}

/** The gaps beside the box that are as wide as each other or as those further on. */
export function gapGuides(box: Box, neighbours: readonly Box[], axis: Axis): readonly Guide[] {
  const row = rowOf(box, neighbours, axis)
  const own = gapsOf(sorted([...row, box], axis), axis)
  const beside = own.filter(({ before, after }) => before === box || after === box)
  const equal = beside
    .map((gap) => own.filter((other) => isSame(other.size, gap.size)))
    .filter(({ length }) => length > 1)
  return [...new Set(equal.flat())].map((gap) => guideOf(gap, axis))
}

/** The neighbours that lie in one row (or column) with the box, in order, without those that lie over each other. */
function rowOf(box: Box, neighbours: readonly Box[], axis: Axis): readonly Box[] {
  const across = acrossOf(axis)
  const inRow = neighbours.filter(
    (other) => startOf(other, across) < endOf(box, across) && startOf(box, across) < endOf(other, across),
  )
  return sorted(inRow, axis)
}

const sorted = (boxes: readonly Box[], axis: Axis): readonly Box[] =>
  boxes.toSorted((a, b) => startOf(a, axis) - startOf(b, axis))

function gapsOf(row: readonly Box[], axis: Axis): readonly Gap[] {
  return row.flatMap((after, index): readonly Gap[] => {
    const before = row[index - 1]
    if (!before) return []
    const size = startOf(after, axis) - endOf(before, axis)
    return size > 0 ? [{ before, after, size }] : []
  })
}

/** Drawn where both boxes beside the gap are, across the axis. */
function guideOf({ before, after }: Gap, axis: Axis): Guide {
  const across = acrossOf(axis)
  const top = Math.max(startOf(before, across), startOf(after, across))
  const bottom = Math.min(endOf(before, across), endOf(after, across))
  return {
    kind: 'gap',
    axis,
    at: (top + bottom) / 2,
    from: endOf(before, axis),
    to: startOf(after, axis),
  }
}
