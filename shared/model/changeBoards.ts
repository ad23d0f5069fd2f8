import * as Y from 'yjs'
import { cutText } from '../util/cutText.ts'
import { BOARD_VERSION, MOST_BOARD_NAME, ONLY_BOARD, type Board } from './boards.ts'
import type { BoardId } from './ids.ts'
import type { Records } from './records.ts'

/** How the boards of a workshop are changed. Part of a Change, which says when. */
export interface BoardChange {
  addBoard(board: Omit<Board, 'lost'>): void
  /** Replaces fields. A board that is not there, because somebody removed it, is there again. */
  updateBoard(id: BoardId, patch: Partial<Pick<Board, 'name' | 'order'>>): void
  /**
   * Removes the board with everything on it, even what cannot be read. What belongs to a journey is kept with the
   * journey: notes in cells and stamps on them, pictures in frames.
   */
  removeBoard(id: BoardId): void
}

export function createBoardChange(
  boards: Records,
  shapes: Records,
  orderOf: (id: BoardId) => string,
): BoardChange {
  function write({ id, name, order, number }: Omit<Board, 'lost'>): void {
    const fields = { v: BOARD_VERSION, name: cutText(name, MOST_BOARD_NAME), order, number }
    boards.set(id, new Y.Map<unknown>(Object.entries(fields)))
  }

  return {
    addBoard(board) {
      // A workshop without any board shows one all the same, and goes on doing so.
      if (boards.size === 0 && board.id !== ONLY_BOARD.id) write(ONLY_BOARD)
      write(board)
    },
    updateBoard(id, { name, order }) {
      const record = boards.get(id)
      if (!(record instanceof Y.Map))
        return write({ id, name: name ?? '', order: order ?? orderOf(id), number: 1 })
      if (name !== undefined) record.set('name', cutText(name, MOST_BOARD_NAME))
      if (order !== undefined) record.set('order', order)
    },
    removeBoard(id) {
      boards.delete(id)
      for (const [shape, record] of shapes)
        if (record instanceof Y.Map && record.get('board') === id && !isOfJourney(shapes, record))
          shapes.delete(shape)
    },
  }
}

/** A stamp is seen where its note is, and goes only when that goes. */
function isOfJourney(shapes: Records, record: Y.Map<unknown>): boolean {
  if (record.has('cell') || record.has('frame')) return true
  const host = record.get('kind') === 'stamp' ? shapes.get(String(record.get('on'))) : undefined
  return host instanceof Y.Map && host.has('cell')
}
