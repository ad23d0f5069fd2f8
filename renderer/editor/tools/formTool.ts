import { boxBetween, type Box } from '../../../shared/geometry/box.ts'
import { distance, sub, type Vec } from '../../../shared/geometry/vec.ts'
import type { Form } from '../../../shared/model/shape.ts'
import { addForm, newForm, usualBox } from '../commands/createForm.ts'
import type { Editor } from '../editor.ts'
import { dragThreshold } from '../pointerReach.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'

/** Drags out a form; a click puts down one of the usual size. */
export const formTool = (form: Form['form']): Tool => ({ id: form, start: () => idle(form) })

function idle(form: Form['form']): ToolState {
  return {
    name: 'idle',
    pointerDown(input, editor) {
      editor.editing.set(null)
      return editor.readOnly ? undefined : pressing(form, input)
    },
  }
}

/** The button is down: a click or a drag, we don't know yet. */
function pressing(form: Form['form'], down: PointerInput): ToolState {
  return {
    name: 'pressing',
    pointerMove(input, editor) {
      if (distance(input.screen, down.screen) < dragThreshold(down.pointer)) return
      const next = drawing(form, down)
      next.pointerMove?.(input, editor)
      return next
    },
    pointerUp: (_, editor) => finish(editor, newForm(editor, form, usualBox(down.point))),
    cancel: () => idle(form),
  }
}

function drawing(form: Form['form'], down: PointerInput): ToolState {
  const drawn = (input: PointerInput, editor: Editor): Form =>
    newForm(editor, form, draggedBox(down.point, input))
  return {
    name: 'drawing',
    pointerMove: (input, editor) => editor.draft.set([drawn(input, editor)]),
    pointerUp: (input, editor) => finish(editor, drawn(input, editor)),
    cancel(_, editor) {
      editor.draft.set([])
      return idle(form)
    },
  }
}

function finish(editor: Editor, form: Form): ToolState {
  editor.draft.set([])
  editor.toolDone()
  addForm(editor, form)
  return idle(form.form)
}

/** The box from where the button went down to the pointer: square with Shift, with Alt around where it went down. */
export function draggedBox(
  from: Vec,
  { point, shift, alt }: Pick<PointerInput, 'point' | 'shift' | 'alt'>,
): Box {
  let [dx, dy] = sub(point, from)
  if (shift) {
    const side = Math.max(Math.abs(dx), Math.abs(dy))
    dx = dx < 0 ? -side : side
    dy = dy < 0 ? -side : side
  }
  return boxBetween(alt ? [from[0] - dx, from[1] - dy] : from, [from[0] + dx, from[1] + dy])
}
