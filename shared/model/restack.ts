import { intersects, type Box } from '../geometry/box.ts'
import type { ShapeId } from './ids.ts'
import { ordersAbove, ordersBetween } from './order.ts'
import { boundsOf, type Shape } from './shape.ts'

export type StackMove = 'front' | 'forward' | 'backward' | 'back'

/**
 * The orders to write so that the shapes of `ids` lie higher or lower in `stack` (bottom to top). One step up or down is
 * past the next shape that covers one of them or is covered: any other step would not be seen. They keep their order
 * among each other. Nothing to write where nothing would change.
 */
export function restack(
  stack: readonly Shape[],
  ids: ReadonlySet<ShapeId>,
  move: StackMove,
): ReadonlyMap<ShapeId, string> {
  const place = placeFor(stack, ids, move)
  if (!place) return new Map()
  const orders = ordersBetween(place.below?.order, place.above?.order, place.moved.length)
  if (orders) return new Map(place.moved.map((shape, index) => [shape.id, orders[index] ?? shape.order]))
  return renumbered(stack, place)
}

interface Place {
  /** Those that move, bottom to top; they will lie right between `below` and `above`. */
  readonly moved: readonly Shape[]
  readonly below: Shape | undefined
  readonly above: Shape | undefined
}

function placeFor(stack: readonly Shape[], ids: ReadonlySet<ShapeId>, move: StackMove): Place | undefined {
  const up = move === 'front' || move === 'forward'
  // Going down is going up in a stack that stands on its head.
  const way = up ? stack : stack.toReversed()
  const end =
    move === 'front' || move === 'back' ? way.findLastIndex(({ id }) => !ids.has(id)) : next(way, ids)
  const moved = way.slice(0, Math.max(0, end)).filter(({ id }) => ids.has(id))
  if (moved.length === 0) return undefined
  const [near, far] = [way[end], way[end + 1]]
  return up ? { moved, below: near, above: far } : { moved: moved.toReversed(), below: far, above: near }
}

/** Where in `stack` the first shape is that does not move and lies over one of `ids`; -1 for nowhere. */
function next(stack: readonly Shape[], ids: ReadonlySet<ShapeId>): number {
  const below: Box[] = []
  return stack.findIndex((shape) => {
    const bounds = boundsOf(shape)
    if (!ids.has(shape.id)) return below.some((box) => intersects(box, bounds))
    below.push(bounds)
    return false
  })
}

/** Where there is no room between two, all get new orders. */
function renumbered(stack: readonly Shape[], { moved, below }: Place): ReadonlyMap<ShapeId, string> {
  const moving = new Set(moved.map(({ id }) => id))
  const rest = stack.filter(({ id }) => !moving.has(id))
  const at = below ? rest.indexOf(below) + 1 : 0
  const sorted = rest.toSpliced(at, 0, ...moved)
  const orders = ordersAbove([], sorted.length)
  return new Map(sorted.map(({ id, order }, index) => [id, orders[index] ?? order]))
}
