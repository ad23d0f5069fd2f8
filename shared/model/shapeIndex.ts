import RBush from 'rbush'
import type * as Y from 'yjs'
import type { Box } from '../geometry/box.ts'
import { unionOf } from '../geometry/box.ts'
import type { Dispose } from '../util/store.ts'
import { routed } from './connectorPath.ts'
import { indexHidden, type Replaced } from './hiddenShapes.ts'
import type { BoardId, GroupId, ShapeId } from './ids.ts'
import { byOrder } from './order.ts'
import { changedIds, toRaw, type Records } from './records.ts'
import { indexReferences, referencesOf } from './references.ts'
import { readShape } from './readShape.ts'
import { boundsOf, type Section, type Shape } from './shape.ts'

/** The readable shapes of a document as plain values, kept up to date one changed shape at a time. */
export interface ShapeIndex {
  get(id: ShapeId): Shape | undefined
  /** Bottom to top, with what collapsed sections hide. The same array until something on the board changes. */
  all(board: BoardId): readonly Shape[]
  /** Those that can be seen: what lies in collapsed sections can't. Bottom to top. */
  shown(board: BoardId): readonly Shape[]
  /** Is it out of sight, in a collapsed section? */
  isHidden(id: ShapeId): boolean
  /** The sections that can be seen, bottom to top. */
  sections(board: BoardId): readonly Section[]
  /** Those shown that touch `box`, bottom to top. Cost follows what is found, not the size of the board. */
  within(board: BoardId, box: Box): readonly Shape[]
  /** How many there are on the board. */
  count(board: BoardId): number
  /** Around everything shown on the board; nothing for an empty one. */
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
  /** What of the sorted ones can be seen, where something is hidden. */
  shown?: { readonly of: readonly Shape[]; readonly shapes: readonly Shape[] }
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
  const sections = new Set<ShapeId>()
  const hidden = indexHidden({ get: (id) => byId.get(id), referrers: references.to })
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
    const changes: Replaced[] = []
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
      changes.push({ id, old, now })
      if (now?.kind === 'section') sections.add(id)
      else sections.delete(id)
    }
    const affected = hide(changes, touched, bulk)
    const moved = reroute(new Set([...ids, ...affected]), touched, bulk)
    if (bulk)
      for (const { tree, leaves } of touched)
        tree.clear().load([...leaves.values()].filter(({ shape }) => !hidden.has(shape.id)))
    return moved
  }

  /** Takes what collapsed sections hide out of the tree, and puts back what they show. Returns what changed thereby. */
  function hide(
    changes: readonly Replaced[],
    touched: Set<BoardShapes>,
    bulk: boolean,
  ): ReadonlySet<ShapeId> {
    const affected = hidden.refresh(changes)
    for (const id of affected) {
      const shape = byId.get(id)
      if (!shape) continue
      const board = shapesOn(shape.board)
      const leaf = board.leaves.get(id)
      touched.add(board)
      board.sorted = undefined
      if (leaf && !bulk) {
        board.tree.remove(leaf)
        if (!hidden.has(id)) board.tree.insert(leaf)
      }
    }
    const holders = hidden.changedHolders(changes)
    for (const id of holders) {
      const section = byId.get(id)
      if (section?.kind === 'section') exchange({ ...section, holds: hidden.held(section) }, touched, bulk)
    }
    return new Set([...affected, ...holders])
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
      // A connector that ends on something hidden seems to end on the section that hides it.
      const seen = { ...old, start: hidden.seenEnd(old.start), end: hidden.seenEnd(old.end) }
      const now = routed(seen, (target) => byId.get(target))
      const { start, end } = old
      exchange(
        {
          ...now,
          start: { ...start, point: now.start.point },
          end: { ...end, point: now.end.point },
        },
        touched,
        bulk,
      )
    }
    return new Set([...ids, ...due])
  }

  /** Puts what is derived in place of what was read. */
  function exchange(now: Shape, touched: Set<BoardShapes>, bulk: boolean): void {
    const old = byId.get(now.id)
    if (!old) return
    const lastRank = boards.get(old.board)?.leaves.get(now.id)?.rank ?? 0
    touched.add(forget(old, bulk))
    touched.add(place(now, lastRank, bulk))
    replaced(old, now)
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
    if (leaf && !bulk && !hidden.has(shape.id)) board.tree.remove(leaf)
    return board
  }

  function place(shape: Shape, lastRank: number, bulk: boolean): BoardShapes {
    const board = shapesOn(shape.board)
    // A shape that keeps its place in the stack keeps its rank.
    const leaf = leafOf(shape, lastRank)
    byId.set(shape.id, shape)
    board.leaves.set(shape.id, leaf)
    if (!bulk && !hidden.has(shape.id)) board.tree.insert(leaf)
    return board
  }

  function all(of: BoardId): readonly Shape[] {
    const board = shapesOn(of)
    board.sorted ??= [...board.leaves.values()].map((leaf) => leaf.shape).sort(byOrder)
    return board.sorted
  }

  function shown(of: BoardId): readonly Shape[] {
    const shapes = all(of)
    if (hidden.size === 0) return shapes
    const board = shapesOn(of)
    board.shown = board.shown?.of === shapes ? board.shown : { of: shapes, shapes: shapes.filter(isShown) }
    return board.shown.shapes
  }

  const isShown = ({ id }: Shape): boolean => !hidden.has(id)

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
    shown,
    isHidden: (id) => hidden.has(id),
    sections: (of) =>
      [...sections]
        .flatMap((id) => byId.get(id) ?? [])
        .filter((shape): shape is Section => shape.kind === 'section' && shape.board === of && isShown(shape))
        .sort(byOrder),
    within(of, box) {
      const { tree } = rank(of)
      return tree
        .search({ minX: box.x, minY: box.y, maxX: box.x + box.w, maxY: box.y + box.h })
        .sort((a, b) => a.rank - b.rank)
        .map((leaf) => leaf.shape)
    },
    count: (of) => shapesOn(of).leaves.size,
    bounds: (of) => unionOf(shown(of).map(boundsOf)),
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
