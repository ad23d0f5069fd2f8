import type { Box } from '../../geometry/box.ts'
import { FIRST_BOARD, type BoardId, type ShapeId } from '../../model/ids.ts'
import { ordersAbove } from '../../model/order.ts'
import { boundsOf, type Geometry, type Note, type Shape } from '../../model/shape.ts'
import type { Change, Workshop } from '../../model/workshop.ts'

const GAP = 24
/** What an empty board covers. */
const NOTHING: Box = { x: 0, y: 0, w: 0, h: 0 }
/** So many notes lie beside each other where those are put that could not be seen, page units apart. */
const ACROSS = 6

/**
 * Takes notes out of their cells, or out of the frames they lie in: from now on they are ordinary notes, where they are
 * seen now, as large as they were on the board. Those that cannot be seen are put in rows below `view` or, if that is on
 * no board, below all that lies on theirs. Stamps on them come along.
 */
export function freeNotes(
  { shapes, boards }: Pick<Workshop, 'shapes' | 'boards'>,
  change: Change,
  ids: Iterable<ShapeId>,
  view: ShapeId | undefined,
): void {
  const host = view === undefined ? undefined : shapes.get(view)
  const isThere = (board: BoardId) => boards.all().some(({ id }) => id === board)
  const tops = new Map<BoardId, string>()
  const grounds = new Map<BoardId, Box>()
  let unseen = 0
  for (const id of ids) {
    const note = shapes.get(id)
    if (note?.kind !== 'note') continue
    const size = sizeOf(note)
    let [x, y] = note.geometry
    let board = isThere(note.board) ? note.board : FIRST_BOARD
    if (shapes.isHidden(id)) {
      if (host) board = host.board
      const below = grounds.get(board) ?? (host ? boundsOf(host) : shapes.bounds(board)) ?? NOTHING
      grounds.set(board, below)
      x = below.x + (unseen % ACROSS) * (size[0] + GAP)
      y = below.y + below.h + GAP + Math.floor(unseen / ACROSS) * (size[1] + GAP)
      unseen++
    }
    const order = nextOnTop(shapes.all(board), tops.get(board))
    tops.set(board, order)
    const geometry: Geometry = [x, y, size[0], size[1], 0]
    change.update(id, { cell: undefined, frame: undefined, board, geometry, order })
    for (const stamp of shapes.referrers(id))
      if (stamp.kind === 'stamp') follow(change, stamp, note, x, y, board)
  }
}

const sizeOf = ({ cell, geometry }: Note): readonly [w: number, h: number] =>
  cell?.was ?? [geometry[2], geometry[3]]

/** A stamp stays where it is on its note. */
function follow(change: Change, stamp: Shape, note: Note, x: number, y: number, board: BoardId): void {
  const [left, top, w, h, turned] = stamp.geometry
  const geometry: Geometry = [x + left - note.geometry[0], y + top - note.geometry[1], w, h, turned]
  change.update(stamp.id, { geometry, board, frame: undefined })
}

/** On top of everything: those of a cell lie on their map, which others may lie on. */
function nextOnTop(stack: readonly Shape[], last: string | undefined): string {
  const orders = last === undefined ? stack.map(({ order }) => order).toReversed() : [last]
  return ordersAbove(orders, 1)[0] ?? 'a0'
}
