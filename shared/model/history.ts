import * as Y from 'yjs'
import { createStore, type Store } from '../util/store.ts'
import { LOCAL } from './origins.ts'
import type { Records } from './records.ts'

export interface HistoryState {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

/** Undo and redo of this user's own edits. Others' work is never undone. */
export interface History {
  readonly state: Store<HistoryState>
  undo(): void
  redo(): void
  /** What the next edit is part of: edits of the same step in a row are undone together, any other alone. */
  join(step: Step | undefined): void
  dispose(): void
}

/** Marks edits that belong together, such as the letters of a sentence. Every object is a step of its own. */
export type Step = object

export function createHistory(scope: Records[]): History {
  const manager = new Y.UndoManager(scope, { trackedOrigins: new Set([LOCAL]), captureTimeout: 0 })
  const state = createStore<HistoryState>({ canUndo: false, canRedo: false })

  function report(): void {
    const next = { canUndo: manager.canUndo(), canRedo: manager.canRedo() }
    const now = state.get()
    if (next.canUndo !== now.canUndo || next.canRedo !== now.canRedo) state.set(next)
  }
  for (const event of ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const)
    manager.on(event, report)

  let current: Step | undefined

  function join(step: Step | undefined): void {
    if (step !== undefined && step === current) return
    current = step
    manager.stopCapturing()
    manager.captureTimeout = step === undefined ? 0 : Number.MAX_SAFE_INTEGER
  }

  return {
    state,
    undo() {
      join(undefined)
      manager.undo()
      report()
    },
    redo() {
      join(undefined)
      manager.redo()
      report()
    },
    join,
    dispose: () => manager.destroy(),
  }
}
