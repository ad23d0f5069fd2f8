import RBush from 'rbush'
import type * as Y from 'yjs'
import type { Box } from '../geometry/box.ts'
import { unionOf } from '../geometry/box.ts'
import type { Dispose } from '../util/store.ts'
import { routed } from './connectorPath.ts'
import type { BoardId, GroupId, ShapeId } from './ids.ts'
import { byOrder } from './order.ts'
import { changedIds, toRaw, type Records } from './records.ts'
import { indexReferences, referencesOf } from './references.ts'
import { readShape } from './readShape.ts'
import { boundsOf, type Shape } from './shape.ts'

/** The readable shapes of a document as plain values, kept up to date one changed shape at a time. */
export interface ShapeIndex {
  get(id: ShapeId): Shape | undefined
  /** Bottom to top. The same array until something on the board changes. */
  all(board: BoardId): readonly Shape[]
  /** Those that touch `box`, bottom to top. Cost follows what is found, not the size of the board. */
  within(board: BoardId, box: Box): readonly Shape[]
  /** How many there are on the board. */
  count(board: BoardId): number
  /** Around everything on the board; nothing for an empty one. */
  bounds(board: BoardId): Box | undefined
  /** Those that refer to this one: connectors that end on it, what lies in a section, stamps on it. */
  referrers(id: ShapeId): readonly Shape[]
  /** Those in a group and in the groups within it, in no particular order. Cost follows how many there are. */
  members(group: GroupId): readonly Shape[]
  /** Those on which something lies. */
  boards(): readonly BoardId[]
  /** Items that are kept but cannot be shown: made by a newer version, or broken. */
  unreadable(): number
  subscribe(listener: (changed: ReadonlySet<ShapeId>) => void): Dispose
  dispose(): void
}

interface Leaf {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
  readonly shape: Shape
  /** Position in the stack, as of the last time the board was ranked: comparing numbers keeps culling cheap. */
  rank: number
}

interface BoardShapes {
  readonly tree: RBush<Leaf>
  readonly leaves: Map<ShapeId, Leaf>
  sorted: readonly Shape[] | undefined
  /** Do the leaves' ranks hold? */
  ranked: boolean
}

/** From this many changed shapes on, rebuilding a board's tree is cheaper than patching it. */
const REBUILD_ABOVE = 500

export function indexShapes(records: Records): ShapeIndex {
  const byId = new Map<ShapeId, Shape>()
  const boards = new Map<BoardId, BoardShapes>()
  const unreadable = new Set<ShapeId>()
  const references = indexReferences(referencesOf)
  const groups = indexReferences((shape) => shape.groups ?? [])
  const listeners = new Set<(changed: ReadonlySet<ShapeId>) => void>()

  function shapesOn(board: BoardId): BoardShapes {
    let found = boards.get(board)
    if (!found) {
      found = { tree: new RBush<Leaf>(), leaves: new Map(), sorted: undefined, ranked: false }
      boards.set(board, found)
    }
    return found
  }

  function refresh(ids: ReadonlySet<ShapeId>): ReadonlySet<ShapeId> {
    const bulk = ids.size > REBUILD_ABOVE
    const touched = new Set<BoardShapes>()
    for (const id of ids) {
      const old = byId.get(id)
      const result = records.has(id) ? readShape(toRaw(id, records.get(id))) : undefined
      const now = result?.ok ? result.shape : undefined
      references.set(id, now)
      groups.set(id, now)
      if (result && !result.ok) unreadable.add(id)
      else unreadable.delete(id)
      const lastRank = old ? (boards.get(old.board)?.leaves.get(id)?.rank ?? 0) : 0
      if (old) touched.add(forget(old, bulk))
      if (now) touched.add(place(now, lastRank, bulk))
      replaced(old, now)
    }
    const moved = reroute(ids, touched, bulk)
    if (bulk) for (const { tree, leaves } of touched) tree.clear().load([...leaves.values()])
    return moved
  }

  /** Connectors run along paths that depend on what they end on: those are worked out when all else is read. */
  function reroute(
    ids: ReadonlySet<ShapeId>,
    touched: Set<BoardShapes>,
    bulk: boolean,
  ): ReadonlySet<ShapeId> {
    const due = new Set<ShapeId>()
    for (const id of ids) {
      if (byId.get(id)?.kind === 'connector') due.add(id)
      for (const referrer of references.to(id))
        if (byId.get(referrer)?.kind === 'connector') due.add(referrer)
    }
    for (const id of due) {
      const old = byId.get(id)
      if (old?.kind !== 'connector') continue
      const now = routed(old, (target) => byId.get(target))
      const lastRank = boards.get(old.board)?.leaves.get(id)?.rank ?? 0
      touched.add(forget(old, bulk))
      touched.add(place(now, lastRank, bulk))
      replaced(old, now)
    }
    return due
  }

  function replaced(old: Shape | undefined, now: Shape | undefined): void {
    const sameStack = old && now && old.board === now.board && old.order === now.order
    for (const board of [old, now].filter((shape) => shape !== undefined).map((s) => shapesOn(s.board))) {
      board.sorted = undefined
      if (!sameStack) board.ranked = false
    }
  }

  function forget(shape: Shape, bulk: boolean): BoardShapes {
    const board = shapesOn(shape.board)
    const leaf = board.leaves.get(shape.id)
    byId.delete(shape.id)
    board.leaves.delete(shape.id)
    if (leaf && !bulk) board.tree.remove(leaf)
    return board
  }

  function place(shape: Shape, lastRank: number, bulk: boolean): BoardShapes {
    const board = shapesOn(shape.board)
    // A shape that keeps its place in the stack keeps its rank.
    const leaf = leafOf(shape, lastRank)
    byId.set(shape.id, shape)
    board.leaves.set(shape.id, leaf)
    if (!bulk) board.tree.insert(leaf)
    return board
  }

  function all(of: BoardId): readonly Shape[] {
    const board = shapesOn(of)
    board.sorted ??= [...board.leaves.values()].map((leaf) => leaf.shape).sort(byOrder)
    return board.sorted
  }

  function rank(of: BoardId): BoardShapes {
    const board = shapesOn(of)
    if (board.ranked) return board
    all(of).forEach((shape, position) => {
      const leaf = board.leaves.get(shape.id)
      if (leaf) leaf.rank = position
    })
    board.ranked = true
    return board
  }

  function onEvents(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    const edited = changedIds(events) as Set<ShapeId>
    const changed = new Set([...edited, ...refresh(edited)])
    for (const listener of listeners) listener(changed)
  }

  refresh(new Set(records.keys()) as Set<ShapeId>)
  records.observeDeep(onEvents)

  return {
    get: (id) => byId.get(id),
    all,
    within(of, box) {
      const { tree } = rank(of)
      return tree
        .search({ minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h })
        .sort((a, b) => a.rank - b.rank)
        .map((leaf) => leaf.shape)
    },
    count: (of) => shapesOn(of).leaves.size,
    bounds: (of) => unionOf(all(of).map(boundsOf)),
    referrers: (id) => [...references.to(id)].flatMap((referrer) => byId.get(referrer) ?? []),
    members: (group) => [...groups.to(group)].flatMap((member) => byId.get(member) ?? []),
    boards: () => [...boards].flatMap(([id, { leaves }]) => (leaves.size > 0 ? [id] : [])),
    unreadable: () => unreadable.size,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    dispose: () => records.unobserveDeep(onEvents),
  }
}

function leafOf(shape: Shape, rank: number): Leaf {
  const { x, y, w, h } = boundsOf(shape)
  return { minX: x, minY: y, maxX: x + w, maxY: y + h, shape, rank }
}
