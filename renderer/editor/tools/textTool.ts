import { boxBetween } from '../../../shared/geometry/box.ts'
import { distance } from '../../../shared/geometry/vec.ts'
import { createText } from '../commands/createText.ts'
import type { Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'
import { dragThreshold } from '../pointerReach.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'

/** A click begins a text, or goes on with the one under it; a drag says how wide it is to be. */
export const textTool: Tool = { id: 'text', start: idle }

/** Narrower than this nothing can be read, in page units. */
const LEAST_WIDTH = 40

function idle(): ToolState {
  return {
    name: 'idle',
    pointerDown(input, editor) {
      editor.editing.set(null)
      if (!editor.readOnly) return pressing(input)
      return undefined
    },
    cancel: () => undefined,
  }
}

function pressing(down: PointerInput): ToolState {
  return {
    name: 'pressing',
    pointerMove(input, editor) {
      if (distance(input.screen, down.screen) >= dragThreshold(down.pointer))
        return spanning(down, input, editor)
      return undefined
    },
    pointerUp(input, editor) {
      editor.toolDone()
      const hit = editor.hitTest(input.point)
      if (hit?.kind !== 'text' || isLocked(editor, hit)) createText(editor, input.point)
      else {
        editor.selection.set(new Set([hit.id]))
        editor.editing.set(hit.id)
      }
      return idle()
    },
    cancel: idle,
  }
}

function spanning(down: PointerInput, now: PointerInput, editor: Editor): ToolState {
  const show = (input: PointerInput) => editor.marquee.set(boxBetween(down.point, input.point))
  const end = (): ToolState => {
    editor.marquee.set(null)
    return idle()
  }
  show(now)
  return {
    name: 'spanning',
    pointerMove: show,
    pointerUp(input) {
      end()
      editor.toolDone()
      const { x, y, w, h } = boxBetween(down.point, input.point)
      createText(editor, [x, y + Math.min(h, editor.nextStyle.get().font) / 2], Math.max(LEAST_WIDTH, w))
      return idle()
    },
    cancel: end,
  }
}
