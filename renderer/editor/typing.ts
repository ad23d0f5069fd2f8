import type { Step } from '../../shared/model/history.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { setText } from './commands/setText.ts'
import type { Editor } from './editor.ts'

/** A pause this long ends an undo step, in ms. */
const PAUSE_MS = 1500

/** Takes the whole text of a note after each input event. It reaches the document at once; undo goes by bursts. */
export function beginTyping(
  editor: Editor,
  id: ShapeId,
  now: () => number = () => performance.now(),
): (text: string) => void {
  const stepAt = stepsByPause(PAUSE_MS)
  return (text) => setText(editor, id, text, stepAt(now()))
}

/** One and the same step as long as the moments (ms) are closer together than `pause`, then another. */
export function stepsByPause(pause: number): (at: number) => Step {
  let step: Step = {}
  let last = -Infinity
  return (at) => {
    if (at - last > pause) step = {}
    last = at
    return step
  }
}
