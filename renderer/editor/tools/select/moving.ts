import { sub, type Vec } from '../../../../shared/geometry/vec.ts'
import { carriedBy } from '../../carried.ts'
import { duplicateBy } from '../../commands/duplicate.ts'
import { moveShapes } from '../../commands/moveShapes.ts'
import type { Editor } from '../../editor.ts'
import type { PointerInput, ToolState } from '../../tool.ts'

/**
 * The selection follows the pointer. With Alt, copies of it do, and it stays where it was; whether it is the one or the
 * other is decided when the button goes up.
 */
export function moving(editor: Editor, down: PointerInput, idle: () => ToolState): ToolState {
  const selected = editor.selection.get()
  const ids = carriedBy(editor, selected)
  const end = (): ToolState => {
    editor.preview.set(null)
    editor.cursor.set('default')
    return idle()
  }
  return {
    name: 'moving',
    pointerMove(input) {
      editor.cursor.set(input.alt ? 'copy' : 'move')
      editor.preview.set({
        kind: 'move',
        ids,
        by: along(input, down.point),
        ...(input.alt && { copy: true as const }),
      })
    },
    pointerUp(input) {
      const by = along(input, down.point)
      const next = end()
      if (input.alt) duplicateBy(editor, by)
      else moveShapes(editor, ids, by)
      return next
    },
    cancel: end,
  }
}

/** With Shift, along one axis only. */
function along(input: PointerInput, from: Vec): Vec {
  const [dx, dy] = sub(input.point, from)
  if (!input.shift) return [dx, dy]
  return Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy]
}
