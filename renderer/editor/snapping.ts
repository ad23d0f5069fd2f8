import type { Box } from '../../shared/geometry/box.ts'
import { acrossOf, endOf, isSame, SAME, sizeOf, startOf, type Axis } from '../../shared/geometry/axis.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { Guide } from './guide.ts'
import { gapGuides, gapSnaps } from './snappingGaps.ts'

/** Where something has to move to be lined up, and the guides that show it. */
export interface Snap {
  /** Page units, to be added to where it would be. */
  readonly by: Vec
  readonly guides: readonly Guide[]
}

/** Lines a moving box up with its neighbours where an edge, a middle or a gap is within `reach` (page units) of theirs. */
export function snapMove(box: Box, neighbours: readonly Box[], reach: number): Snap {
  const dx = nearest([...lineSnaps(box, neighbours, 'x'), ...gapSnaps(box, neighbours, 'x', reach)], reach)
  const dy = nearest([...lineSnaps(box, neighbours, 'y'), ...gapSnaps(box, neighbours, 'y', reach)], reach)
  return shown(box, neighbours, { x: dx, y: dy })
}

/** With its guides. Going along one axis may lead out of a row: where there is nothing to show then, it stays. */
function shown(
  box: Box,
  neighbours: readonly Box[],
  by: { readonly x: number | undefined; readonly y: number | undefined },
): Snap {
  const there = { ...box, x: box.x + (by.x ?? 0), y: box.y + (by.y ?? 0) }
  const guidesAlong = (axis: Axis): readonly Guide[] =>
    by[axis] === undefined
      ? []
      : [...lineGuides(there, neighbours, axis), ...gapGuides(there, neighbours, axis)]
  const [x, y] = [guidesAlong('x'), guidesAlong('y')]
  if (by.x !== undefined && x.length === 0) return shown(box, neighbours, { ...by, x: undefined })
  if (by.y !== undefined && y.length === 0) return shown(box, neighbours, { ...by, y: undefined })
  return { by: [by.x ?? 0, by.y ?? 0], guides: [...x, ...y] }
}

/** Which sides of a box are being dragged: -1 left or top, 1 right or bottom, 0 neither. */
export interface Dragged {
  readonly x: -1 | 0 | 1
  readonly y: -1 | 0 | 1
}

/**
 * How far the dragged sides of a box have to go on, to be lined up with an edge or a middle of a neighbour, or to make
 * the box as wide or high as one; nothing on an axis where there is nothing within `reach`. Page units.
 */
export function snapSides(
  box: Box,
  dragged: Dragged,
  neighbours: readonly Box[],
  reach: number,
): { readonly x: number | undefined; readonly y: number | undefined } {
  const along = (axis: Axis): number | undefined => {
    const side = dragged[axis]
    if (side === 0) return undefined
    const edge = side < 0 ? startOf(box, axis) : endOf(box, axis)
    const lines = neighbours.flatMap((other) => linesOf(other, axis).map((line) => line - edge))
    const sizes = neighbours.map((other) => side * (sizeOf(other, axis) - sizeOf(box, axis)))
    return nearest([...lines, ...sizes], reach)
  }
  return { x: along('x'), y: along('y') }
}

/** What a resized box is lined up with now. */
export function guidesForSides(box: Box, dragged: Dragged, neighbours: readonly Box[]): readonly Guide[] {
  return (['x', 'y'] as const).flatMap((axis) => {
    const side = dragged[axis]
    if (side === 0) return []
    const edge = side < 0 ? startOf(box, axis) : endOf(box, axis)
    return [...linesAt(edge, box, neighbours, axis), ...sizeGuides(box, neighbours, axis)]
  })
}

/** The least of the distances, if it is within reach. */
function nearest(distances: readonly number[], reach: number): number | undefined {
  let least: number | undefined
  for (const one of distances)
    if (Math.abs(one) <= reach && (least === undefined || Math.abs(one) < Math.abs(least) - SAME)) least = one
  return least
}

/** Both edges and the middle. */
const linesOf = (box: Box, axis: Axis): readonly number[] => [
  startOf(box, axis),
  startOf(box, axis) + sizeOf(box, axis) / 2,
  endOf(box, axis),
]

function lineSnaps(box: Box, neighbours: readonly Box[], axis: Axis): number[] {
  const own = linesOf(box, axis)
  return neighbours.flatMap((other) => linesOf(other, axis).flatMap((line) => own.map((mine) => line - mine)))
}

/** Where the edges are lined up, their middles go without saying. */
function lineGuides(box: Box, neighbours: readonly Box[], axis: Axis): readonly Guide[] {
  const at = (line: number) => linesAt(line, box, neighbours, axis)
  const [start, end] = [at(startOf(box, axis)), at(endOf(box, axis))]
  const edges = [...start, ...end]
  return edges.length > 1 ? edges : [...edges, ...at(startOf(box, axis) + sizeOf(box, axis) / 2)]
}

/** One guide through the box and all the neighbours that have an edge or a middle at `line`. */
function linesAt(line: number, box: Box, neighbours: readonly Box[], axis: Axis): readonly Guide[] {
  const across = acrossOf(axis)
  const met = neighbours.filter((other) => linesOf(other, axis).some((one) => isSame(one, line)))
  if (met.length === 0) return []
  const all = [box, ...met]
  return [
    {
      kind: 'line',
      axis,
      at: line,
      from: Math.min(...all.map((one) => startOf(one, across))),
      to: Math.max(...all.map((one) => endOf(one, across))),
    },
  ]
}

/** The size of the box and of the nearest neighbour that is as wide or high. */
function sizeGuides(box: Box, neighbours: readonly Box[], axis: Axis): readonly Guide[] {
  const alike = neighbours.filter((other) => isSame(sizeOf(other, axis), sizeOf(box, axis)))
  const [other] = alike.toSorted((a, b) => distanceBetween(box, a) - distanceBetween(box, b))
  return other ? [box, other].map((one) => sizeGuide(one, axis)) : []
}

const sizeGuide = (box: Box, axis: Axis): Guide => ({
  kind: 'size',
  axis,
  at: endOf(box, acrossOf(axis)),
  from: startOf(box, axis),
  to: endOf(box, axis),
})

const distanceBetween = (a: Box, b: Box): number =>
  Math.hypot(a.x + a.w / 2 - b.x - b.w / 2, a.y + a.h / 2 - b.y - b.h / 2)
