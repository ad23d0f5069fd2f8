import { boxBetween, type Box } from '../../../shared/geometry/box.ts'
import { distance, sub, type Vec } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Geometry, Shape } from '../../../shared/model/shape.ts'
import { carriedBy } from '../carried.ts'
import { createNote } from '../commands/createNote.ts'
import { moveShapes } from '../commands/moveShapes.ts'
import { resized, resizeShapes } from '../commands/resizeShapes.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { dragThreshold, handleReach } from '../pointerReach.ts'
import { cursorOf, handleAt, resizeBox, scaleInto, selectionBox, type Handle } from '../resizing.ts'
import type { PointerInput, Tool, ToolState } from '../tool.ts'

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
      if (handle) return resizing(handle, input, selectedShapes(editor))
      const hit = editor.hitTest(input.point)
      if (hit) return pressing(hit.id, input)
      const before = input.shift ? editor.selection.get() : new Set<ShapeId>()
      editor.selection.set(before)
      return pressingBoard(input, before)
    },
    doubleClick(input, editor) {
      const hit = editor.hitTest(input.point)
      if (editor.readOnly) return
      if (!hit) createNote(editor, input.point)
      else editor.editing.set(hit.id)
    },
    cancel: (_, editor) => editor.selection.set(new Set()),
    grabs: (input, editor) =>
      handleUnder(input, editor) !== undefined || editor.hitTest(input.point) !== undefined,
  }
}

function handleUnder(input: PointerInput, editor: Editor): Handle | undefined {
  if (editor.readOnly || editor.selection.get().size === 0) return undefined
  const box = selectionBox(selectedShapes(editor))
  return box && handleAt(box, input.screen, editor.camera.get(), handleReach(input.pointer))
}

/** The button is down on a shape: a click or a drag, we don't know yet. */
function pressing(id: ShapeId, down: PointerInput): ToolState {
  return {
    name: 'pressing',
    pointerMove(input, editor) {
      if (editor.readOnly || distance(input.screen, down.screen) < dragThreshold(down.pointer)) return
      if (!editor.selection.get().has(id)) editor.selection.set(new Set([id]))
      editor.cursor.set('move')
      return moving(carriedBy(editor, editor.selection.get()), down.point)
    },
    pointerUp(input, editor) {
      const before = editor.selection.get()
      if (!input.shift) editor.selection.set(new Set([id]))
      else
        editor.selection.set(
          new Set(before.has(id) ? [...before].filter((one) => one !== id) : [...before, id]),
        )
      return idle()
    },
    cancel: idle,
  }
}

function moving(ids: ReadonlySet<ShapeId>, from: Vec): ToolState {
  const end = (editor: Editor): ToolState => {
    editor.preview.set(null)
    editor.cursor.set('default')
    return idle()
  }
  return {
    name: 'moving',
    pointerMove: (input, editor) => editor.preview.set({ kind: 'move', ids, by: along(input, from) }),
    pointerUp(input, editor) {
      const next = end(editor)
      moveShapes(editor, ids, along(input, from))
      return next
    },
    cancel: (_, editor) => end(editor),
  }
}

/** With Shift, along one axis only. */
function along(input: PointerInput, from: Vec): Vec {
  const [dx, dy] = sub(input.point, from)
  if (!input.shift) return [dx, dy]
  return Math.abs(dx) > Math.abs(dy) ? [dx, 0] : [0, dy]
}

function resizing(handle: Handle, down: PointerInput, shapes: readonly Shape[]): ToolState {
  const from = selectionBox(shapes)
  const target = (input: PointerInput, box: Box) =>
    scaleInto(
      shapes,
      box,
      resizeBox(box, handle, sub(input.point, down.point), input.shift || shapes.length > 1),
    )
  const end = (editor: Editor): ToolState => {
    editor.preview.set(null)
    return idle()
  }
  return {
    name: 'resizing',
    pointerMove(input, editor) {
      if (from) editor.preview.set({ kind: 'change', shapes: afterResize(editor, target(input, from)) })
    },
    pointerUp(input, editor) {
      const next = end(editor)
      if (from && distance(input.screen, down.screen) > 0) resizeShapes(editor, target(input, from))
      return next
    },
    cancel: (_, editor) => end(editor),
  }
}

function afterResize(
  { workshop, measure }: Editor,
  geometries: ReadonlyMap<ShapeId, Geometry>,
): ReadonlyMap<ShapeId, Shape> {
  const after = new Map<ShapeId, Shape>()
  for (const [id, geometry] of geometries) {
    const shape = workshop.shapes.get(id)
    if (shape) after.set(id, resized(shape, geometry, measure))
  }
  return after
}

/** The button is down on the empty board: what the rubber band touches becomes selected. */
function pressingBoard(down: PointerInput, before: ReadonlySet<ShapeId>): ToolState {
  const end = (editor: Editor): ToolState => {
    editor.marquee.set(null)
    return idle()
  }
  return {
    name: 'marquee',
    pointerMove(input, editor) {
      if (distance(input.screen, down.screen) < dragThreshold(down.pointer) && !editor.marquee.get()) return
      const band = boxBetween(down.point, input.point)
      editor.marquee.set(band)
      const touched = editor.workshop.shapes.within(editor.board.get(), band)
      editor.selection.set(new Set([...before, ...touched.map(({ id }) => id)]))
    },
    pointerUp: (_, editor) => end(editor),
    cancel(_, editor) {
      editor.selection.set(before)
      return end(editor)
    },
  }
}
