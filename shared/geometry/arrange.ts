import { endOf, sizeOf, startOf, type Axis } from './axis.ts'
import { center, unionOf, type Box } from './box.ts'
import type { Vec } from './vec.ts'

export type Side = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'
/** Which way a row of things is read. */
export type Reading = 'ltr' | 'rtl'

/** Between boxes that are put side by side, in page units. */
export const ARRANGE_GAP = 20

/** How far each box has to move so that all have this side (or middle) where the box around them has it. */
export function alignBoxes(boxes: readonly Box[], side: Side): Vec[] {
  const all = unionOf(boxes)
  if (!all) return []
  return boxes.map((box): Vec => {
    switch (side) {
      case 'left':
        return [all.x - box.x, 0]
      case 'right':
        return [all.x + all.w - box.x - box.w, 0]
      case 'center':
        return [center(all)[0] - center(box)[0], 0]
      case 'top':
        return [0, all.y - box.y]
      case 'bottom':
        return [0, all.y + all.h - box.y - box.h]
      case 'middle':
        return [0, center(all)[1] - center(box)[1]]
    }
  })
}

/** How far each box has to move so that all gaps along `axis` are the same. The first and the last stay. */
export function distributeBoxes(boxes: readonly Box[], axis: Axis): Vec[] {
  const middle = (box: Box) => startOf(box, axis) + sizeOf(box, axis) / 2
  const order = boxes.map((box, index) => ({ box, index })).sort((a, b) => middle(a.box) - middle(b.box))
  const [first, last] = [order[0], order.at(-1)]
  const moves = boxes.map((): Vec => [0, 0])
  if (!first || !last || order.length < 3) return moves
  const span = endOf(last.box, axis) - startOf(first.box, axis)
  const gap = (span - sum(boxes.map((box) => sizeOf(box, axis)))) / (order.length - 1)
  let next = startOf(first.box, axis)
  for (const { box, index } of order) {
    // The last one ends where it ended: what rounding made of the sum may not move it.
    const by = index === last.index ? 0 : next - startOf(box, axis)
    moves[index] = axis === 'x' ? [by, 0] : [0, by]
    next += sizeOf(box, axis) + gap
  }
  return moves
}

/** How far each box has to move to stand in one row (`x`) or column, in the order they have along it. */
export function lineUpBoxes(boxes: readonly Box[], axis: Axis, reading: Reading = 'ltr'): Vec[] {
  const sign = axis === 'x' && reading === 'rtl' ? -1 : 1
  const along = (index: number) => sign * center(boxAt(boxes, index))[axis === 'x' ? 0 : 1]
  const order = boxes.map((_, index) => index).sort((a, b) => along(a) - along(b))
  return place(boxes, order, { columns: axis === 'x' ? boxes.length : 1, reading })
}

/**
 * How far each box has to move to stand in a grid with equal gaps. Boxes that lie in rows already keep them, as far as
 * a grid allows; a heap becomes about as wide as it is high. They keep the order in which they are read.
 */
export function tidyBoxes(boxes: readonly Box[], reading: Reading = 'ltr'): Vec[] {
  if (boxes.length === 0) return []
  const rows = rowsOf(boxes, reading)
  const columns = isHeap(boxes) ? Math.ceil(Math.sqrt(boxes.length)) : Math.ceil(boxes.length / rows.length)
  return place(boxes, rows.flat(), { columns, reading })
}

/** How far each box has to move to stand in a grid, in the order in which they come. */
export const gridOf = (boxes: readonly Box[], cells: Cells): Vec[] =>
  place(
    boxes,
    boxes.map((_, index) => index),
    cells,
  )

/** Indexes of the boxes in the order in which they are read. */
export const boxesInOrder = (boxes: readonly Box[], reading: Reading): readonly number[] =>
  rowsOf(boxes, reading).flat()

/** They lie on top of each other, so how they lie says nothing. */
function isHeap(boxes: readonly Box[]): boolean {
  const all = unionOf(boxes)
  return all !== undefined && sum(boxes.map(({ w, h }) => w * h)) > 1.2 * all.w * all.h
}

/** Indexes of the boxes, row by row as they are read. A row is what begins above the middle of its first box. */
function rowsOf(boxes: readonly Box[], reading: Reading): readonly (readonly number[])[] {
  const byHeight = boxes.map((_, index) => index).sort((a, b) => boxAt(boxes, a).y - boxAt(boxes, b).y)
  const rows: number[][] = []
  let floor = -Infinity
  for (const index of byHeight) {
    const box = boxAt(boxes, index)
    const row = rows.at(-1)
    if (row && box.y < floor) row.push(index)
    else {
      rows.push([index])
      floor = box.y + box.h / 2
    }
  }
  const sign = reading === 'rtl' ? -1 : 1
  const middle = (index: number) => sign * center(boxAt(boxes, index))[0]
  return rows.map((row) => row.toSorted((a, b) => middle(a) - middle(b)))
}

interface Cells {
  readonly columns: number
  readonly reading: Reading
}

/** Columns as wide as their widest box, rows as high as their highest, from the corner where reading begins. */
function place(boxes: readonly Box[], order: readonly number[], { columns, reading }: Cells): Vec[] {
  const all = unionOf(boxes)
  const moves = boxes.map((): Vec => [0, 0])
  if (!all) return moves
  const ordered = order.map((index) => boxAt(boxes, index))
  const widths = Array.from({ length: columns }, () => 0)
  const heights = Array.from({ length: Math.ceil(order.length / columns) }, () => 0)
  ordered.forEach(({ w, h }, cell) => {
    const [column, row] = [cell % columns, Math.floor(cell / columns)]
    widths[column] = Math.max(widths[column] ?? 0, w)
    heights[row] = Math.max(heights[row] ?? 0, h)
  })
  const [lefts, tops] = [startsOf(widths), startsOf(heights)]
  order.forEach((index, cell) => {
    const box = boxAt(boxes, index)
    const left = lefts[cell % columns] ?? 0
    const x = reading === 'rtl' ? all.x + all.w - left - box.w : all.x + left
    moves[index] = [x - box.x, all.y + (tops[Math.floor(cell / columns)] ?? 0) - box.y]
  })
  return moves
}

/** Where each of several sizes begins when they stand in a row, with gaps. */
function startsOf(sizes: readonly number[]): number[] {
  let next = 0
  return sizes.map((size) => {
    const start = next
    next += size + ARRANGE_GAP
    return start
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const NOWHERE: Box = { x: 0, y: 0, w: 0, h: 0 }
const boxAt = (boxes: readonly Box[], index: number): Box => boxes[index] ?? NOWHERE
