import type { Editor } from '../editor/editor.ts'
import type { ToolId } from '../editor/tool.ts'

/** A pen turned round, or its eraser button: its bit among the buttons. */
const ERASER_BUTTON = 32

/** Gives a pen's other end the eraser for as long as it is down, then the tool from before. */
export interface PenEraser {
  /** Takes the eraser if that is what the pen is down with. */
  take(event: Pick<PointerEvent, 'buttons'>): boolean
  putBack(): void
}

export function createPenEraser(editor: Editor): PenEraser {
  let before: ToolId | undefined
  return {
    take({ buttons }) {
      if ((buttons & ERASER_BUTTON) === 0) return false
      before = editor.tool.get()
      editor.setTool('eraser')
      return true
    },
    putBack() {
      if (before !== undefined) editor.setTool(before)
      before = undefined
    },
  }
}
