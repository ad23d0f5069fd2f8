import type { Board } from '../../../shared/model/boards.ts'
import { copyShapes } from '../../../shared/model/copyShapes.ts'
import { newBoardId, newGroupId, newShapeId, type BoardId } from '../../../shared/model/ids.ts'
import { moveBoard } from '../../../shared/model/moveBoard.ts'
import { orderBetween, ordersAbove } from '../../../shared/model/order.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'

/** Adds an empty board after all others and shows it. */
export function addBoard(editor: Editor): BoardId | undefined {
  if (editor.fixed) return undefined
  const boards = editor.workshop.boards.all()
  const [order = 'a0'] = ordersAbove(boards.map((board) => board.order).toReversed(), 1)
  const id = newBoardId()
  editor.workshop.change((change) => change.addBoard({ id, name: '', order, number: nextNumber(boards) }))
  editor.showBoard(id)
  return id
}

/** Adds a board with copies of all that lies on this one, right after it, and shows it. */
export function duplicateBoard(editor: Editor, id: BoardId, name: string): BoardId | undefined {
  const { boards, shapes, change } = editor.workshop
  const all = boards.all()
  const place = all.findIndex((board) => board.id === id)
  if (editor.fixed || place < 0) return undefined
  const copy = newBoardId()
  // A journey has one map and one storyboard, which hold its notes and pictures.
  const own = shapes.all(id).filter((shape) => !isView(shape) && !isOfJourney(editor, shape))
  const copies = copyShapes(own, { shape: newShapeId, group: newGroupId })
  const order = orderBetween(all[place]?.order, all[place + 1]?.order)
  const [last = 'a0'] = ordersAbove(all.map((board) => board.order).toReversed(), 1)
  change((edit) => {
    edit.addBoard({ id: copy, name, order: order ?? last, number: nextNumber(all) })
    for (const shape of copies) edit.add({ ...shape, board: copy })
  })
  editor.showBoard(copy)
  return copy
}

const isView = ({ kind }: Shape): boolean => kind === 'map' || kind === 'storyboard'

/** Does it belong to a journey, be that on a board or on none? Stamps belong where their notes do. */
function isOfJourney({ workshop }: Pick<Editor, 'workshop'>, shape: Shape): boolean {
  const { journeys, shapes } = workshop
  if (shape.kind === 'note' && shape.cell) return journeys.get('journeys', shape.cell.journey) !== undefined
  if (shape.frame !== undefined) return journeys.get('steps', shape.frame) !== undefined
  const host = shape.kind === 'stamp' && shape.on !== undefined ? shapes.get(shape.on) : undefined
  return host !== undefined && host.kind !== 'stamp' && isOfJourney({ workshop }, host)
}

/** An empty name gives a board its default one back. */
export function renameBoard({ workshop, fixed }: Editor, id: BoardId, name: string): void {
  const next = name.trim()
  const board = workshop.boards.get(id)
  if (fixed || !board || board.name === next) return
  workshop.change((change) => change.updateBoard(id, { name: next }))
}

/** Puts a board at a place among the others, counted from 0. */
export function placeBoard({ workshop, fixed }: Editor, id: BoardId, index: number): void {
  const orders = moveBoard(workshop.boards.all(), id, index)
  if (fixed || orders.size === 0) return
  workshop.change((change) => {
    for (const [board, order] of orders) change.updateBoard(board, { order })
  })
}

/** Removes a board with all that lies on it; the last one leaves an empty board behind. One undo step. */
export function deleteBoard({ workshop, fixed }: Editor, id: BoardId): void {
  if (!fixed) workshop.change((change) => change.removeBoard(id))
}

/** Shows the next board (1) or the one before (-1), round and round. */
export function showNeighbour(editor: Editor, by: 1 | -1): void {
  const boards = editor.workshop.boards.all()
  const next = boards.at((placeOf(editor, editor.board.get()) + by) % boards.length)
  if (next) editor.showBoard(next.id)
}

/** Its place among the boards, counted from 0; -1 if it is gone. */
export const placeOf = ({ workshop }: Editor, id: BoardId): number =>
  workshop.boards.all().findIndex((board) => board.id === id)

const nextNumber = (boards: readonly Board[]): number =>
  Math.max(boards.length, ...boards.map(({ number }) => number)) + 1
