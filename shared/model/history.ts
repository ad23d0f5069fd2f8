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
  /** From here on edits join one step, until `endStep`: for typing, where one sentence is one step. */
  beginStep(): void
  endStep(): void
  dispose(): void
}

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

  function endStep(): void {
    manager.captureTimeout = 0
    manager.stopCapturing()
  }

  return {
    state,
    undo() {
      endStep()
      manager.undo()
      report()
    },
    redo() {
      endStep()
      manager.redo()
      report()
    },
    beginStep() {
      manager.stopCapturing()
      manager.captureTimeout = Number.MAX_SAFE_INTEGER
    },
    endStep,
    dispose: () => manager.destroy(),
  }
}
