import { distance } from '../../../shared/geometry/vec.ts'
import type { Section } from '../../../shared/model/shape.ts'
import { addSection, newSection, usualSectionBox } from '../commands/createSection.ts'
import type { Editor } from '../editor.ts'
import { dragThreshold } from '../pointerReach.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'
import { draggedBox } from './formTool.ts'

/** Drags out a section around what it shall hold; a click puts down one of the usual size. The title comes next. */
export const sectionTool: Tool = { id: 'section', start: idle }

function idle(): ToolState {
  return {
    name: 'idle',
    pointerDown(input, editor) {
      editor.editing.set(null)
      return editor.readOnly ? undefined : pressing(input)
    },
  }
}

/** The button is down: a click or a drag, we don't know yet. */
function pressing(down: PointerInput): ToolState {
  return {
    name: 'pressing',
    pointerMove(input, editor) {
      if (distance(input.screen, down.screen) < dragThreshold(down.pointer)) return
      const next = drawing(down)
      next.pointerMove?.(input, editor)
      return next
    },
    pointerUp: (_, editor) => finish(editor, newSection(editor, usualSectionBox(down.point))),
    cancel: idle,
  }
}

function drawing(down: PointerInput): ToolState {
  const drawn = (input: PointerInput, editor: Editor): Section =>
    newSection(editor, draggedBox(down.point, input))
  return {
    name: 'drawing',
    pointerMove: (input, editor) => editor.draft.set([drawn(input, editor)]),
    pointerUp: (input, editor) => finish(editor, drawn(input, editor)),
    cancel(_, editor) {
      editor.draft.set([])
      return idle()
    },
  }
}

function finish(editor: Editor, section: Section): ToolState {
  editor.draft.set([])
  editor.toolDone()
  addSection(editor, section)
  return idle()
}
