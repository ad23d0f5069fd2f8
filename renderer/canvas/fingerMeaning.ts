import type { Editor } from '../editor/editor.ts'
import type { PointerInput } from '../editor/tool.ts'
import type { FingerMeaning } from './touchGestures.ts'

/** What a finger that goes down here does. */
export function fingerMeaning(editor: Editor, input: PointerInput): FingerMeaning {
  const looks = editor.fingers.get() === 'view'
  const tool = editor.tool.get()
  if (tool === 'hand') return { ...LOOKS, hold: true }
  if (tool !== 'select') return looks ? LOOKS : DRAWS
  if (looks || editor.readOnly) return LOOKS_AND_TAPS
  return editor.grabs(input) ? HOLDS_SOMETHING : ON_EMPTY_BOARD
}

const DRAWS: FingerMeaning = { tap: true, drag: 'tool', hold: false, holdDrag: false }
const HOLDS_SOMETHING: FingerMeaning = { tap: true, drag: 'tool', hold: true, holdDrag: false }
const ON_EMPTY_BOARD: FingerMeaning = { tap: true, drag: 'view', hold: true, holdDrag: true }
/** A pen does the work: taps still choose, since with the select tool they cannot leave a mark. */
const LOOKS_AND_TAPS: FingerMeaning = { tap: true, drag: 'view', hold: true, holdDrag: false }
const LOOKS: FingerMeaning = { tap: false, drag: 'view', hold: false, holdDrag: false }
