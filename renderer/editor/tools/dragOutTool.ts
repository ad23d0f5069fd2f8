import { boxBetween, type Box } from '../../../shared/geometry/box.ts'
import { distance, sub, type Vec } from '../../../shared/geometry/vec.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { dragThreshold } from '../pointerReach.ts'
import type { PointerInput, Tool, ToolId, ToolState } from '../tool.ts'

/** What is dragged out: how it is made, and what becomes of it. */
interface DraggedOut<S extends Shape> {
  readonly id: ToolId
  /** Where one lies that a click at a page point puts down. */
  readonly usualBox: (middle: Vec) => Box
  /** One that fills a box (page units), not in the document yet. */
  readonly make: (editor: Editor, box: Box) => S
  readonly add: (editor: Editor, shape: S) => void
}

/** A tool that drags out a shape; a click puts down one of the usual size. */
export function dragOutTool<S extends Shape>({ id, usualBox, make, add }: DraggedOut<S>): Tool {
  const idle = (): ToolState => ({
    name: 'idle',
    pointerDown(input, editor) {
      editor.editing.set(null)
      return editor.readOnly ? undefined : pressing(input)
    },
  })

  /** The button is down: a click or a drag, we don't know yet. */
  const pressing = (down: PointerInput): ToolState => ({
    name: 'pressing',
    pointerMove(input, editor) {
      if (distance(input.screen, down.screen) < dragThreshold(down.pointer)) return
      const next = drawing(down)
      next.pointerMove?.(input, editor)
      return next
    },
    pointerUp: (_, editor) => finish(editor, make(editor, usualBox(down.point))),
    cancel: idle,
  })

  function drawing(down: PointerInput): ToolState {
    const drawn = (input: PointerInput, editor: Editor): S => make(editor, draggedBox(down.point, input))
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

  function finish(editor: Editor, shape: S): ToolState {
    editor.draft.set([])
    editor.toolDone()
    add(editor, shape)
    return idle()
  }

  return { id, start: idle }
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
