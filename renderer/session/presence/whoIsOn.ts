import type { BoardId } from '../../../shared/model/ids.ts'
import type { Other, Others } from '../../canvas/others/others.ts'
import type { Readable } from '../duringLive.ts'

/** Somebody on a board, as a dot shows them. */
export type OnBoard = Pick<Other, 'person' | 'name' | 'color'>

/** Who is on which board. The same until somebody goes to another one: moving pointers change nothing. */
export function whoIsOn(others: Others): Readable<ReadonlyMap<BoardId, readonly OnBoard[]>> {
  let key = ''
  let boards: ReadonlyMap<BoardId, readonly OnBoard[]> = new Map()
  let last: readonly Other[] | undefined
  return {
    get() {
      const list = others.get()
      if (list === last) return boards
      last = list
      const next = list.map(
        ({ person, name, color, presence: { board } }) => `${person} ${board} ${color} ${name}`,
      )
      if (next.join('\n') === key) return boards
      key = next.join('\n')
      const found = new Map<BoardId, OnBoard[]>()
      for (const {
        person,
        name,
        color,
        presence: { board },
      } of list) {
        if (board === undefined) continue
        const there = found.get(board)
        if (there) there.push({ person, name, color })
        else found.set(board, [{ person, name, color }])
      }
      return (boards = found)
    },
    subscribe: others.subscribe,
  }
}
