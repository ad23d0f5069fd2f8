import type { Vec } from '../../shared/geometry/vec.ts'
import { moveShapes } from './commands/moveShapes.ts'
import type { Editor } from './editor.ts'

/** Key presses closer together than this are one undo step, in ms. */
const PAUSE_MS = 700

/** Moves the selection by page units, one key press at a time. */
export interface Nudge {
  by(distance: Vec): void
}

export function createNudge(editor: Editor, now: () => number = () => performance.now()): Nudge {
  const { history } = editor.workshop
  let last = -Infinity
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    by(distance) {
      if (now() - last > PAUSE_MS) history.beginStep()
      last = now()
      moveShapes(editor, editor.selection.get(), distance)
      clearTimeout(timer)
      timer = setTimeout(() => history.endStep(), PAUSE_MS)
    },
  }
}
