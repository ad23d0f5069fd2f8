import type { Vec } from '../../shared/geometry/vec.ts'
import { moveShapes } from './commands/moveShapes.ts'
import { stretchSelection } from './commands/stretchSelection.ts'
import type { Editor } from './editor.ts'
import { stepsByPause } from './typing.ts'

/** Key presses closer together than this are one undo step, in ms. */
const PAUSE_MS = 700

/** Moves the selection by page units, one key press at a time. */
export function createNudge(editor: Editor, now: () => number = () => performance.now()): (by: Vec) => void {
  const stepAt = stepsByPause(PAUSE_MS)
  return (by) => moveShapes(editor, editor.selection.get(), by, stepAt(now()))
}

/** Makes the selection wider or taller by page units, one key press at a time. */
export function createStretch(
  editor: Editor,
  now: () => number = () => performance.now(),
): (by: Vec) => void {
  const stepAt = stepsByPause(PAUSE_MS)
  return (by) => stretchSelection(editor, by, stepAt(now()))
}
