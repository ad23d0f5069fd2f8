import * as Y from 'yjs'
import { createStore, type Dispose, type Store } from '../util/store.ts'
import type { BoardIndex } from './boards.ts'
import type { BoardId, ShapeId } from './ids.ts'
import { insertionsNow, isGone, isSpent, outlasted, type StackItem } from './historyItems.ts'
import { LOCAL } from './origins.ts'
import type { Records } from './records.ts'
import type { ShapeIndex } from './shapeIndex.ts'

export interface HistoryState {
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What undo would take back next: only to see whether it is still the same. */
  readonly last: object | undefined
}

/** Where somebody is while editing. */
export interface Place {
  readonly board: BoardId
  readonly selection: ReadonlySet<ShapeId>
}

/** A step that was just undone or redone. */
export interface Travel {
  readonly direction: 'undo' | 'redo'
  /** Where its maker was right before making it. */
  readonly place: Place | undefined
  /** Shapes that it changed, added or removed. */
  readonly changed: ReadonlySet<ShapeId>
  /** Boards that are there again because of it. */
  readonly appeared: readonly BoardId[]
}

/** Who goes where something is undone. */
export interface Traveller {
  here(): Place
  arrive(travel: Travel): void
}

/** Undo and redo of this user's own edits. Others' work is never undone. */
export interface History {
  readonly state: Store<HistoryState>
  undo(): void
  redo(): void
  /** What the next edit is part of: edits of the same step in a row are undone together, any other alone. */
  join(step: Step | undefined): void
  /** From now on each step remembers where `traveller` was, and undoing or redoing it takes them there. */
  follow(traveller: Traveller): Dispose
  /** What was done so far is how things are from now on: it can be neither undone nor redone. */
  forget(): void
  dispose(): void
}

/** Marks edits that belong together, such as the letters of a sentence. Every object is a step of its own. */
export type Step = object

export function createHistory(
  scope: Records[],
  indexes: { readonly shapes: ShapeIndex; readonly boards: BoardIndex },
): History {
  const manager = new Y.UndoManager(scope, { trackedOrigins: new Set([LOCAL]), captureTimeout: 0 })
  const state = createStore<HistoryState>({ canUndo: false, canRedo: false, last: undefined })
  const places = new WeakMap<StackItem, Place>()
  let traveller: Traveller | undefined
  let here: Place | undefined
  let current: Step | undefined
  let redoable: readonly StackItem[] = []
  let abandoned: StackItem['deletions'] | undefined

  function report(): void {
    const next = { canUndo: manager.canUndo(), canRedo: manager.canRedo(), last: manager.undoStack.at(-1) }
    const now = state.get()
    if (next.canUndo !== now.canUndo || next.canRedo !== now.canRedo || next.last !== now.last)
      state.set(next)
  }
  for (const event of ['stack-item-popped', 'stack-cleared'] as const) manager.on(event, report)
  manager.on('stack-cleared', () => {
    const more = redoable.map(({ deletions }) => deletions)
    if (more.length > 0) abandoned = Y.mergeDeleteSets(abandoned ? [abandoned, ...more] : more)
    redoable = []
  })
  manager.on('stack-item-added', ({ stackItem }: { stackItem: StackItem }) => {
    if (here) places.set(stackItem, here)
    report()
  })

  // Such as an empty text that was left again: no step for anybody.
  manager.on('stack-item-updated', ({ stackItem }: { stackItem: StackItem }) => {
    if (manager.undoStack.at(-1) !== stackItem || !isSpent(manager.doc, stackItem)) return
    manager.undoStack.pop()
    manager.stopCapturing()
    report()
  })

  function join(step: Step | undefined): void {
    if (step !== undefined && step === current) return
    current = step
    redoable = manager.redoStack
    here = traveller?.here()
    manager.stopCapturing()
    manager.captureTimeout = step === undefined ? 0 : Number.MAX_SAFE_INTEGER
  }

  /**
   * Yjs does not bring a map's entry back where a later one was deleted, unless it knows that the later one was ours: it
   * takes it for another person's. What ours were whose redo was given up, it forgets. As insertions of the step, all
   * of which are deleted already, they do nothing else. The same goes for what others set in a field at the
   * same time, see `outlasted`. And of an insertion that was deleted and brought back, Yjs
   * takes away only the first of its pieces.
   */
  function prepare(item: StackItem): void {
    const own = insertionsNow(manager.doc, item)
    const known = [own, outlasted(manager.doc, item, own)]
    item.insertions = Y.mergeDeleteSets(abandoned ? [...known, abandoned] : known)
  }

  /** Where others have removed what a step was about, Yjs goes on to the one before it. */
  function prepareAll(stack: readonly StackItem[]): void {
    for (const item of stack.toReversed()) {
      prepare(item)
      if (!isGone(manager.doc, item)) return
    }
  }

  function travel(direction: Travel['direction']): void {
    join(undefined)
    const changed = new Set<ShapeId>()
    const before = new Set(indexes.boards.all().map(({ id }) => id))
    const stop = indexes.shapes.subscribe((ids) => ids.forEach((id) => changed.add(id)))
    prepareAll(direction === 'undo' ? manager.undoStack : manager.redoStack)
    const item = manager[direction]()
    stop()
    report()
    if (!item) return
    const place = places.get(item)
    const back = (direction === 'undo' ? manager.redoStack : manager.undoStack).at(-1)
    if (back && place) places.set(back, place)
    const appeared = indexes.boards.all().flatMap(({ id }) => (before.has(id) ? [] : [id]))
    traveller?.arrive({ direction, place, changed, appeared })
  }

  return {
    state,
    undo: () => travel('undo'),
    redo: () => travel('redo'),
    join,
    follow(next) {
      traveller = next
      return () => {
        if (traveller === next) traveller = undefined
      }
    },
    forget() {
      manager.clear()
      report()
    },
    dispose: () => manager.destroy(),
  }
}
