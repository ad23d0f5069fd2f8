import { unitsOf, type Unit } from '../../shared/model/groups.ts'
import { readingOrder, type ReadingDirection } from '../../shared/model/readingOrder.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Editor } from './editor.ts'

const known = new WeakMap<readonly Shape[], Map<ReadingDirection, readonly Shape[]>>()

/** Where Tab stops on the board: its shapes in reading order, groups as one. What is folded away is left out. */
export function readingStops(
  { workshop, board, inside }: Editor,
  direction: ReadingDirection,
): readonly Unit[] {
  const shapes = workshop.shapes.all(board.get())
  // The same array until something on the board changes.
  let orders = known.get(shapes)
  if (!orders) known.set(shapes, (orders = new Map()))
  const order = orders.get(direction) ?? readingOrder(shapes, direction)
  orders.set(direction, order)
  return unitsOf(order, inside.get())
}

/** Which of the stops is selected; -1 if none is. */
export const selectedStop = ({ selection }: Editor, stops: readonly Unit[]): number =>
  selection.get().size === 0
    ? -1
    : stops.findIndex(({ shapes }) => shapes.some(({ id }) => selection.get().has(id)))
