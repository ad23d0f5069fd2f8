import type { Box } from '../../../../shared/geometry/box.ts'
import { distance, sub } from '../../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../../shared/model/ids.ts'
import type { Geometry, Shape } from '../../../../shared/model/shape.ts'
import { resized, resizeShapes } from '../../commands/resizeShapes.ts'
import type { Editor } from '../../editor.ts'
import { resizeBox, scaleInto, selectionBox, type Handle } from '../../resizing.ts'
import type { PointerInput, ToolState } from '../../tool.ts'

/** A handle follows the pointer. */
export function resizing(
  handle: Handle,
  down: PointerInput,
  shapes: readonly Shape[],
  idle: () => ToolState,
): ToolState {
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
