import type { BoardId } from '../../../shared/model/ids.ts'
import { ordersAbove } from '../../../shared/model/order.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Workshop } from '../../../shared/model/workshop.ts'
import type { Editor } from '../editor.ts'

/**
 * Stacking orders for `count` new shapes on top of a board, the one that is shown if nothing is said, and of whatever is drawn
 * in frames, lowest first.
 */
export function ordersOnTop(
  { workshop, board }: Pick<Editor, 'workshop' | 'board'>,
  count: number,
  on: BoardId = board.get(),
): string[] {
  return ordersAbove(highestFirst(drawnOrders(workshop), fromTheTop(workshop.shapes.all(on))), count)
}

function* fromTheTop(shapes: readonly Shape[]): Generator<string> {
  // What a map or a storyboard places lies right above it.
  for (let i = shapes.length - 1; i >= 0; i--) yield shapes[i]?.order.split('!')[0] ?? ''
}

/** The orders that are stored for what is drawn in frames: they count only among those in one frame. */
function drawnOrders({ journeys, shapes: { placement } }: Workshop): readonly string[] {
  const drawn = journeys.all('steps').flatMap(({ id }) => placement.inFrame(id))
  return drawn.flatMap((id) => placement.stored(id)?.order ?? [])
}

/** Both lists together, `others` being in order already. */
function* highestFirst(some: readonly string[], others: Generator<string>): Generator<string> {
  const waiting = [...some].sort()
  for (const other of others) {
    for (let top = waiting.at(-1); top !== undefined && top >= other; top = waiting.at(-1)) {
      yield top
      waiting.pop()
    }
    yield other
  }
  yield* waiting.toReversed()
}
