import { distance } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { hasText, type Shape } from '../../../shared/model/shape.ts'
import { isOnFoldButton } from '../../../shared/scene/sectionHead.ts'
import { createNote } from '../commands/createNote.ts'
import { toggleSection } from '../commands/foldSections.ts'
import { enterGroup, leaveGroup, selectShape } from '../commands/selectShape.ts'
import { carriedBy } from '../carried.ts'
import { shapesInOrder, type Editor } from '../editor.ts'
import { rememberView } from '../journey/lastView.ts'
import { isLocked } from '../locks.ts'
import { dragThreshold, handleReach } from '../pointerReach.ts'
import { cursorOf, handleAt, onRotateHandle, type Handle, type SelectionFrame } from '../resizing.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'
import { grabsConnecting, hoverConnecting, pressConnecting } from './select/connecting.ts'
import { pullingMiddle } from './select/draggingGrip.ts'
import { cursorOverMap, openMapText, pressMap } from './select/mapParts.ts'
import { marquee } from './select/marquee.ts'
import { moving } from './select/moving.ts'
import { resizing } from './select/resizing.ts'
import { rotating } from './select/rotating.ts'
import { cursorOverStory, openStoryText, pressStory } from './select/storyParts.ts'

/** Clicks, drags, the rubber band and the handles. */
export const selectTool: Tool = { id: 'select', start: idle }

function idle(): ToolState {
  return {
    name: 'idle',
    pointerMove(input, editor) {
      const cursor = hoverConnecting(input, editor)
      if (cursor) return editor.cursor.set(cursor)
      const grip = gripUnder(input, editor)
      if (grip) return editor.cursor.set(cursorFor(grip))
      const hit = editor.hitTest(input.point)
      const over = hit ? undefined : cursorOverStory(input, editor)
      editor.cursor.set(over ?? cursorOverMap(hit ? undefined : input, editor) ?? 'default')
    },
    pointerDown(input, editor) {
      editor.editing.set(null)
      editor.openPart.set(null)
      rememberView(editor, input.point)
      const connecting = pressConnecting(input, editor, idle)
      if (connecting) return connecting
      const grip = gripUnder(input, editor)
      if (grip) return gripped(grip, input, editor)
      const hit = editor.hitTest(input.point)
      if (hit) return pressing(hit, input)
      const part = pressStory(input, editor, idle) ?? pressMap(input, editor, idle)
      if (part) return part
      editor.chosen.set(null)
      const before = input.shift ? editor.selection.get() : new Set<ShapeId>()
      editor.selection.set(before)
      return marquee(input, before, idle)
    },
    doubleClick(input, editor) {
      const hit = editor.hitTest(input.point)
      if (hit && enterGroup(editor, hit)) return
      if (hit?.kind === 'section' && isOnFoldButton(hit, input.point)) return
      if ((!hit || hit.kind === 'storyboard') && openStoryText(input, editor)) return
      if ((!hit || hit.kind === 'map') && openMapText(input, editor)) return
      if (editor.readOnly) return
      if (!hit) createNote(editor, input.point)
      else if (hasText(hit) && !isLocked(editor, hit)) editor.editing.set(hit.id)
    },
    cancel(_, editor) {
      if (leaveGroup(editor)) return
      editor.selection.set(new Set())
      editor.chosen.set(null)
    },
    grabs(input, editor) {
      if (grabsConnecting(input, editor) || gripUnder(input, editor) !== undefined) return true
      const hit = editor.hitTest(input.point)
      return hit !== undefined && !isLocked(editor, hit)
    },
  }
}

/** What of the frame around the selection the pointer is on. */
type Grip = { readonly frame: SelectionFrame } & (
  | { readonly kind: 'resize'; readonly handle: Handle }
  | { readonly kind: 'rotate' }
)

function gripUnder({ screen, pointer }: PointerInput, editor: Editor): Grip | undefined {
  if (editor.readOnly || editor.selection.get().size === 0) return undefined
  const { frame, canRotate } = editor.selected.get()
  if (!frame) return undefined
  const [camera, reach] = [editor.camera.get(), handleReach(pointer)]
  if (canRotate && onRotateHandle(frame, screen, camera, reach)) return { kind: 'rotate', frame }
  const handle = handleAt(frame, screen, camera, reach)
  return handle && { kind: 'resize', frame, handle }
}

const cursorFor = (grip: Grip): string =>
  grip.kind === 'rotate' ? 'grab' : cursorOf(grip.handle, grip.frame.rotation)

function gripped(grip: Grip, input: PointerInput, editor: Editor): ToolState {
  const { free } = editor.selected.get()
  if (grip.kind === 'resize') return resizing(editor, { ...grip, shapes: free }, input, idle)
  editor.cursor.set('grabbing')
  const carried = shapesInOrder(
    editor,
    carriedBy(
      editor,
      free.map(({ id }) => id),
    ),
  )
  return rotating(editor, { frame: grip.frame, shapes: carried }, input, idle)
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
      return pullingMiddle(editor, down, idle) ?? moving(editor, down, idle)
    },
    pointerUp(input, editor) {
      if (hit.kind === 'section' && isOnFoldButton(hit, down.point) && isOnFoldButton(hit, input.point)) {
        toggleSection(editor, hit)
        return idle()
      }
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
