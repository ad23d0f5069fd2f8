import type * as Y from 'yjs'
import { z } from 'zod'
import type { Dispose } from '../util/store.ts'
import { boardId, type BoardId } from './ids.ts'
import { byOrder } from './order.ts'
import { toRaw, type Records } from './records.ts'

/** One canvas of a workshop. An empty name stands for the default one, which the interface translates. */
export const board = z.object({
  id: boardId,
  name: z.string().max(200),
  order: z.string().min(1).max(200),
})
export type Board = z.infer<typeof board>

export const BOARD_VERSION = 1

/** The readable boards, in order. */
export interface BoardIndex {
  get(id: BoardId): Board | undefined
  all(): readonly Board[]
  subscribe(listener: () => void): Dispose
  dispose(): void
}

export function indexBoards(records: Records): BoardIndex {
  const listeners = new Set<() => void>()
  let boards = read(records)

  function onEvents(_: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    boards = read(records)
    for (const listener of listeners) listener()
  }
  records.observeDeep(onEvents)

  return {
    get: (id) => boards.find((candidate) => candidate.id === id),
    all: () => boards,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose: () => records.unobserveDeep(onEvents),
  }
}

function read(records: Records): readonly Board[] {
  return [...records.keys()]
    .flatMap((id) => {
      const raw = toRaw(id, records.get(id))
      const parsed = board.safeParse(raw)
      return parsed.success && Number(raw['v']) <= BOARD_VERSION ? [parsed.data] : []
    })
    .sort(byOrder)
}
