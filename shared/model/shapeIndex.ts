import * as Y from 'yjs'
import type { JourneyIndex } from '../journey/journeyIndex.ts'
import { createPlacement, type Placement } from '../journey/placement.ts'
import type { Box } from '../geometry/box.ts'
import { unionOf } from '../geometry/box.ts'
import type { Dispose } from '../util/store.ts'
import { createBoardShapes, type BoardShapes } from './boardShapes.ts'
import { routed } from './connectorPath.ts'
import { indexHidden, type Replaced } from './hiddenShapes.ts'
import type { BoardId, GroupId, ShapeId } from './ids.ts'
import { byOrder } from './order.ts'
import { changesIn, type ChangedFields, toRaw, type Records } from './records.ts'
import { indexReferences, referencesOf } from './references.ts'
import { readShape } from './readShape.ts'
import { boundsOf, geometry, type Section, type Shape } from './shape.ts'

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
  /** Those on which something lies, but for what its journey keeps out of sight. */
  boards(): readonly BoardId[]
  /** Where what follows from the journeys lies. */
  readonly placement: Pick<
    Placement,
    'stored' | 'notesOf' | 'inFrame' | 'pictureOf' | 'originOf' | 'viewOf' | 'mapOf' | 'storyboardOf'
  >
  /** Items that are kept but cannot be shown: made by a newer version, or broken. */
  unreadable(): number
  subscribe(listener: ShapesListener): Dispose
  dispose(): void
}

/** Hears which shapes changed, came or went, and what those were like that were there before. */
export type ShapesListener = (changed: ReadonlySet<ShapeId>, before: ReadonlyMap<ShapeId, Shape>) => void

/** From this many changed shapes on, rebuilding a board's tree is cheaper than patching it. */
const REBUILD_ABOVE = 200

export function indexShapes(records: Records, journeys: JourneyIndex): ShapeIndex {
  const byId = new Map<ShapeId, Shape>()
  const boards = new Map<BoardId, BoardShapes>()
  const unreadable = new Set<ShapeId>()
  const references = indexReferences(referencesOf)
  const groups = indexReferences((shape) => shape.groups ?? [])
  const sections = new Set<ShapeId>()
  const hidden = indexHidden({ get: (id) => byId.get(id), referrers: references.to })
  const placement = createPlacement(journeys, { referrers: references.to, isFolded: (id) => hidden.has(id) })
  const isOutOfSight = (id: ShapeId): boolean => hidden.has(id) || placement.isHidden(id)
  const listeners = new Set<ShapesListener>()
  /** What of each board can be seen, where something is hidden. */
  const shownOn = new WeakMap<readonly Shape[], readonly Shape[]>()

  function shapesOn(board: BoardId): BoardShapes {
    let found = boards.get(board)
    if (!found) {
      found = createBoardShapes()
      boards.set(board, found)
    }
    return found
  }

  /** Reads these anew, and tells `before` what they and all that changes with them were. */
  function refresh(
    due: ReadonlyMap<ShapeId, ChangedFields>,
    before: Map<ShapeId, Shape>,
  ): ReadonlySet<ShapeId> {
    const ids = new Set(due.keys())
    const bulk = ids.size > REBUILD_ABOVE
    if (bulk) for (const board of boards.values()) board.unsettle()
    const changes: Replaced[] = []
    for (const [id, fields] of due) {
      const old = byId.get(id)
      const moved = old && !placement.has(id) && movedOnly(old, fields, records.get(id))
      if (moved) {
        replace(id, old, moved, before)
        changes.push({ id, old, now: moved })
        continue
      }
      const result = records.has(id) ? readShape(toRaw(id, records.get(id))) : undefined
      const now = result?.ok ? result.shape : undefined
      references.set(id, now)
      groups.set(id, now)
      if (result && !result.ok) unreadable.add(id)
      else unreadable.delete(id)
      replace(id, old, now, before)
      if (bulk && now) shapesOn(now.board).unsettle()
      changes.push({ id, old, now })
      if (now?.kind === 'section') sections.add(id)
      else sections.delete(id)
    }
    const affected = hide(changes, before)
    const placed = place(changes, affected, before)
    const moved = reroute(new Set([...ids, ...affected, ...placed]), before)
    if (bulk) for (const board of boards.values()) board.settle()
    return moved
  }

  function replace(
    id: ShapeId,
    old: Shape | undefined,
    now: Shape | undefined,
    before: Map<ShapeId, Shape>,
  ): void {
    if (old && !before.has(id)) before.set(id, old)
    if (old && old.board !== now?.board) boards.get(old.board)?.take(id)
    if (now) {
      byId.set(id, now)
      shapesOn(now.board).put(now, isOutOfSight(id))
    } else byId.delete(id)
  }

  /** Leaves what collapsed sections hide out of what is found, and finds again what they show. Returns what changed. */
  function hide(changes: readonly Replaced[], before: Map<ShapeId, Shape>): ReadonlySet<ShapeId> {
    const affected = hidden.refresh(changes)
    for (const id of affected) {
      const shape = byId.get(id)
      if (!shape) continue
      shapesOn(shape.board).hide(id, isOutOfSight(id))
      shownOn.delete(all(shape.board))
      if (!before.has(id)) before.set(id, shape)
    }
    const holders = hidden.changedHolders(changes)
    for (const id of holders) {
      const section = byId.get(id)
      if (section?.kind === 'section') exchange({ ...section, holds: hidden.held(section) }, before)
    }
    return new Set([...affected, ...holders])
  }

  /** Puts what journeys place where it lies now, and shows or hides it. Returns what changed. */
  function place(
    changes: readonly Replaced[],
    folded: ReadonlySet<ShapeId>,
    before: Map<ShapeId, Shape>,
  ): ReadonlySet<ShapeId> {
    const ids = new Set<ShapeId>()
    const touched = new Set<BoardId>()
    const moved = placement.refresh(changes, folded)
    const bulk = moved.length > REBUILD_ABOVE
    if (bulk) for (const board of boards.values()) board.unsettle()
    for (const shape of moved) {
      replace(shape.id, byId.get(shape.id), shape, before)
      if (bulk) shapesOn(shape.board).unsettle()
      shapesOn(shape.board).hide(shape.id, isOutOfSight(shape.id))
      touched.add(shape.board)
      ids.add(shape.id)
    }
    for (const board of touched) shownOn.delete(all(board))
    if (bulk) for (const board of boards.values()) board.settle()
    // What was hidden in its cell, and was taken out of it, was put back before that was known.
    for (const { id, now } of changes) if (now) shapesOn(now.board).hide(id, isOutOfSight(id))
    return ids
  }

  /** Connectors run along paths that depend on what they end on: those are worked out when all else is read. */
  function reroute(ids: ReadonlySet<ShapeId>, before: Map<ShapeId, Shape>): ReadonlySet<ShapeId> {
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
        before,
      )
    }
    return new Set([...ids, ...due])
  }

  /** Puts what is derived in place of what was read. */
  function exchange(now: Shape, before: Map<ShapeId, Shape>): void {
    const old = byId.get(now.id)
    if (old) replace(now.id, old, now, before)
  }

  const all = (of: BoardId): readonly Shape[] => shapesOn(of).all()

  function shown(of: BoardId): readonly Shape[] {
    const shapes = all(of)
    if (hidden.size === 0 && placement.hidden.size === 0) return shapes
    const known = shownOn.get(shapes)
    if (known) return known
    const fresh = shapes.filter(isShown)
    shownOn.set(shapes, fresh)
    return fresh
  }

  const isShown = ({ id }: Shape): boolean => !isOutOfSight(id)

  /** What its journey keeps out of sight lies on no board, wherever it was once. */
  function populated(): readonly BoardId[] {
    const left = new Map([...boards].map(([id, { size }]) => [id, size]))
    for (const id of placement.hidden) {
      const board = byId.get(id)?.board
      if (board !== undefined) left.set(board, (left.get(board) ?? 0) - 1)
    }
    return [...left].flatMap(([id, size]) => (size > 0 ? [id] : []))
  }

  /** What journeys place may lie elsewhere when one of them has changed. */
  function onJourneys(): void {
    const before = new Map<ShapeId, Shape>()
    const changed = reroute(place([], new Set(), before), before)
    if (changed.size > 0) for (const listener of listeners) listener(changed, before)
  }

  function onEvents(events: Y.YEvent<Y.AbstractType<unknown>>[]): void {
    const before = new Map<ShapeId, Shape>()
    const changed = refresh(changesIn(events) as Map<ShapeId, ChangedFields>, before)
    for (const listener of listeners) listener(changed, before)
  }

  refresh(new Map([...records.keys()].map((id) => [id as ShapeId, undefined])), new Map())
  records.observeDeep(onEvents)
  const stop = journeys.subscribe(onJourneys)

  return {
    placement,
    get: (id) => byId.get(id),
    all,
    shown,
    isHidden: isOutOfSight,
    sections: (of) =>
      [...sections]
        .flatMap((id) => byId.get(id) ?? [])
        .filter((shape): shape is Section => shape.kind === 'section' && shape.board === of && isShown(shape))
        .sort(byOrder),
    within: (of, box) => shapesOn(of).within(box),
    count: (of) => shapesOn(of).size,
    bounds: (of) => unionOf(shown(of).map(boundsOf)),
    referrers: (id) => [...references.to(id)].flatMap((referrer) => byId.get(referrer) ?? []),
    members: (group) => [...groups.to(group)].flatMap((member) => byId.get(member) ?? []),
    boards: populated,
    unreadable: () => unreadable.size,
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

/** The shape elsewhere, if that is all that changed: moving thousands need not read all of each of them again. */
function movedOnly(old: Shape, fields: ChangedFields, record: unknown): Shape | undefined {
  if (old.kind === 'connector' || fields?.size !== 1 || !fields.has('geometry')) return undefined
  const read = record instanceof Y.Map ? geometry.safeParse(record.get('geometry')) : undefined
  return read?.success ? { ...old, geometry: read.data } : undefined
}
