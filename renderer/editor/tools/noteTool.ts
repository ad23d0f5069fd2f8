import { createNote } from '../commands/createNote.ts'
import type { Tool, ToolState } from '../tool.ts'

/** Shows where the note would lie, and puts it there on a click, with the cursor in it. */
export const noteTool: Tool = { id: 'note', start: idle }

function idle(): ToolState {
  return {
    name: 'idle',
    pointerMove: (input, editor) => editor.ghost.set(input.point),
    pointerDown: (input, editor) => editor.ghost.set(input.point),
    pointerUp(input, editor) {
      editor.toolDone()
      createNote(editor, input.point)
    },
  }
}
