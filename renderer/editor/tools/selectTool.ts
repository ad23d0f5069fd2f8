import { distance } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { hasText, type Shape } from '../../../shared/model/shape.ts'
import { createNote } from '../commands/createNote.ts'
import { enterGroup, leaveGroup, selectShape } from '../commands/selectShape.ts'
import type { Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'
import { dragThreshold, handleReach } from '../pointerReach.ts'
import { cursorOf, handleAt, selectionBox, type Handle } from '../resizing.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'
import { changeableShapes } from '../units.ts'
import { marquee } from './select/marquee.ts'
import { moving } from './select/moving.ts'
import { resizing } from './select/resizing.ts'

/** Clicks, drags, the rubber band and the handles. */
export const selectTool: Tool = { id: 'select', start: idle }

function idle(): ToolState {
  return {
    name: 'idle',
    pointerMove(input, editor) {
      const handle = handleUnder(input, editor)
      editor.cursor.set(handle ? cursorOf(handle) : 'default')
    },
    pointerDown(input, editor) {
      editor.editing.set(null)
      const handle = handleUnder(input, editor)
      if (handle) return resizing(handle, input, changeableShapes(editor), idle)
      const hit = editor.hitTest(input.point)
      if (hit) return pressing(hit, input)
      const before = input.shift ? editor.selection.get() : new Set<ShapeId>()
      editor.selection.set(before)
      return marquee(input, before, idle)
    },
    doubleClick(input, editor) {
      const hit = editor.hitTest(input.point)
      if (hit && enterGroup(editor, hit)) return
      if (editor.readOnly) return
      if (!hit) createNote(editor, input.point)
      else if (hasText(hit) && !isLocked(editor, hit)) editor.editing.set(hit.id)
    },
    cancel(_, editor) {
      if (!leaveGroup(editor)) editor.selection.set(new Set())
    },
    grabs: (input, editor) =>
      handleUnder(input, editor) !== undefined || editor.hitTest(input.point) !== undefined,
  }
}

function handleUnder(input: PointerInput, editor: Editor): Handle | undefined {
  if (editor.readOnly || editor.selection.get().size === 0) return undefined
  const box = selectionBox(changeableShapes(editor))
  return box && handleAt(box, input.screen, editor.camera.get(), handleReach(input.pointer))
}

/** The button is down on a shape: a click or a drag, we don't know yet. */
function pressing(hit: Shape, down: PointerInput): ToolState {
  return {
    name: 'pressing',
    pointerMove(input, editor) {
      if (distance(input.screen, down.screen) < dragThreshold(down.pointer)) return
      if (isLocked(editor, hit)) return draggingLocked(editor, down)
      if (editor.readOnly) return
      if (!editor.selection.get().has(hit.id))
        selectShape(editor, hit, { deep: down.mod, toggle: down.shift })
      return moving(editor, down, idle)
    },
    pointerUp(input, editor) {
      selectShape(editor, hit, { deep: down.mod, toggle: input.shift })
      return idle()
    },
    cancel: idle,
  }
}

/** What is locked lies as firmly as the board: a rubber band begins on it. */
function draggingLocked(editor: Editor, down: PointerInput): ToolState {
  const before = down.shift ? editor.selection.get() : new Set<ShapeId>()
  editor.selection.set(before)
  return marquee(down, before, idle)
}
