import { sub } from '../../../shared/geometry/vec.ts'
import { pan, type Camera } from '../camera.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'

/** Drags the view. (Space and the middle button do that with any tool: see pointerInput.) */
export const handTool: Tool = { id: 'hand', start: idle }

function idle(): ToolState {
  return {
    name: 'idle',
    pointerDown(input, editor) {
      editor.cursor.set('grabbing')
      return panning(input, editor.camera.get())
    },
    cancel: () => undefined,
  }
}

function panning(down: PointerInput, from: Camera): ToolState {
  return {
    name: 'panning',
    pointerMove: (input, editor) => editor.camera.set(pan(from, sub(down.screen, input.screen))),
    pointerUp(_, editor) {
      editor.cursor.set('grab')
      return idle()
    },
    cancel(_, editor) {
      editor.camera.set(from)
      editor.cursor.set('grab')
      return idle()
    },
  }
}
