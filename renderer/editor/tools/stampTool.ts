import { addStamp } from '../commands/addStamps.ts'
import type { Tool, ToolState } from '../tool.ts'

/** Every click puts down a stamp. */
export const stampTool: Tool = { id: 'stamp', start: idle }

function idle(): ToolState {
  return {
    name: 'idle',
    pointerMove: (input, editor) => (editor.readOnly ? undefined : editor.ghost.set(input.point)),
    pointerDown: (input, editor) => (editor.readOnly ? undefined : editor.ghost.set(input.point)),
    pointerUp: (input, editor) => void addStamp(editor, input.point),
  }
}
