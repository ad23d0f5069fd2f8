import type * as Y from 'yjs'
import { z } from 'zod'
import type { Dispose } from '../util/store.ts'
import { boardId, FIRST_BOARD, type BoardId } from './ids.ts'
import { byOrder, MOST_ORDER, ordersAbove } from './order.ts'
import { toRaw, type Records } from './records.ts'
import type { ShapeIndex } from './shapeIndex.ts'

/** Longest name of a board, in UTF-16 units. */
export const MOST_BOARD_NAME = 200

/** One canvas of a workshop, as it lies in the document. */
export const board = z.object({
  id: boardId,
  /** An empty name stands for the default one with the board's number, which the interface translates. */
  name: z.string().max(MOST_BOARD_NAME),
  /** Fractional index: the place among the boards. Ties break on id. */
  order: z.string().min(1).max(MOST_ORDER),
  number: z.number().int().min(1).max(1_000_000).catch(1).default(1),
})

export interface Board extends z.infer<typeof board> {
  /** Somebody removed it while somebody else was putting shapes on it: they are still there, and so is it. */
  readonly lost?: true
}

export const BOARD_VERSION = 1

/** What a workshop without any board shows: the same board on every machine, so that nothing needs to be written. */
export const ONLY_BOARD: Board = { id: FIRST_BOARD, name: '', order: 'a0', number: 1 }

/** The readable boards, in order, and every other board on which shapes lie. Never none. */
export interface BoardIndex {
  get(id: BoardId): Board | undefined
  /** The same array until something about a board changes. */
  all(): readonly Board[]
  subscribe(listener: () => void): Dispose
  dispose(): void
}

export function indexBoards(records: Records, shapes: ShapeIndex): BoardIndex {
  const listeners = new Set<() => void>()
  let populated = shapes.boards()
  let boards = withLost(read(records), populated)

  function refresh(): void {
    populated = shapes.boards()
    boards = withLost(read(records), populated)
    for (const listener of listeners) listener()
  }
  // Named, so that it can be taken off again.
  function onEvents(_: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    refresh()
  }
  records.observeDeep(onEvents)
  const stop = shapes.subscribe(() => {
    const now = shapes.boards()
    if (now.length !== populated.length || now.some((id, index) => id !== populated[index])) refresh()
  })

  return {
    get: (id) => boards.find((candidate) => candidate.id === id),
    all: () => boards,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose() {
      records.unobserveDeep(onEvents)
      stop()
    },
  }
}

function read(records: Records): readonly Board[] {
  return [...records.keys()]
    .flatMap((id) => {
      const raw = toRaw(id, records.get(id))
      const parsed = board.safeParse(raw)
      return parsed.success && isKnown(raw['v']) ? [parsed.data] : []
    })
    .sort(byOrder)
}

const isKnown = (version: unknown): boolean => typeof version === 'number' && version <= BOARD_VERSION

/** Lost boards come last. */
function withLost(known: readonly Board[], populated: readonly BoardId[]): readonly Board[] {
  const ids = new Set(known.map(({ id }) => id))
  const missing = populated.filter((id) => !ids.has(id)).toSorted()
  if (known.length + missing.length === 0) return [ONLY_BOARD]
  if (known.length === 0 && missing.length === 1 && missing[0] === FIRST_BOARD) return [ONLY_BOARD]
  const orders = ordersAbove(known.map(({ order }) => order).toReversed(), missing.length)
  const lost = missing.map((id, index): Board => ({
    id,
    name: '',
    order: orders[index] ?? 'a0',
    number: 1,
    lost: true,
  }))
  return [...known, ...lost]
}
