import type { Step } from '../../shared/model/history.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { changeText, type TextChange } from './commands/setText.ts'
import type { Editor } from './editor.ts'

/** A pause this long ends an undo step, in ms. */
const PAUSE_MS = 1500

/** Takes what each input event does to a text. It reaches the document at once; undo goes by bursts. */
export function beginTyping(
  editor: Editor,
  id: ShapeId,
  now: () => number = () => performance.now(),
): (change: TextChange) => void {
  const stepAt = stepsByPause(PAUSE_MS, creations.get(editor)?.get(id))
  return (change) => changeText(editor, id, change, stepAt(now()))
}

/** The steps in which texts were made whose first sentence belongs to their making. */
const creations = new WeakMap<Editor, Map<ShapeId, Step>>()

/** What is typed first into a shape made in `step` is undone together with it. */
export function typeInStep(editor: Editor, id: ShapeId, step: Step): void {
  creations.set(editor, new Map([[id, step]]))
}

/** The step in which a shape was made, if nothing has been made to be typed into since. */
export const stepOfMaking = (editor: Editor, id: ShapeId): Step | undefined => creations.get(editor)?.get(id)

/**
 * One and the same step as long as the moments (ms) are closer together than `pause`, then another. With `first`, that
 * is the step that the first moment belongs to.
 */
export function stepsByPause(pause: number, first?: Step): (at: number) => Step {
  let step: Step = first ?? {}
  let last = first ? Infinity : -Infinity
  return (at) => {
    if (at - last > pause) step = {}
    last = at
    return step
  }
}
