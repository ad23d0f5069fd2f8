import { sub } from '../../../../shared/geometry/vec.ts'
import type { Shape } from '../../../../shared/model/shape.ts'
import type { Editor } from '../../editor.ts'
import {
  intoFrame,
  isCorner,
  scaledBox,
  scaledFurther,
  scalingOf,
  type Handle,
  type SelectionFrame,
} from '../../resizing.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { scaledShapes, scaleOptionsFor } from '../../transformed.ts'
import { createSnapper } from './snapper.ts'
import { transforming, type Transformed } from './transforming.ts'

/** A handle of the frame around `shapes` follows the pointer. With Alt, about the middle; with Shift, in proportion. */
export function resizing(
  editor: Editor,
  {
    handle,
    frame,
    shapes,
  }: { readonly handle: Handle; readonly frame: SelectionFrame; readonly shapes: readonly Shape[] },
  down: PointerInput,
  idle: () => ToolState,
): ToolState {
  const snapper = createSnapper(editor, new Set(shapes.map(({ id }) => id)))
  const from = intoFrame(frame, down.point)

  function transform(input: PointerInput): Transformed {
    const { shift, alt } = input
    const options = scaleOptionsFor(shapes, { shift, alt, corner: isCorner(handle) })
    const free = scalingOf(frame.box, handle, sub(intoFrame(frame, input.point), from), options)
    // What is turned has no edge that could be lined up with upright ones.
    const snaps = frame.rotation === 0
    const further = snaps ? snapper.sides(scaledBox(frame.box, free), handle, input) : undefined
    const scaling = further ? scaledFurther(frame.box, free, handle, further, options) : free
    const box = scaledBox(frame.box, scaling)
    return {
      hint: { kind: 'size', w: box.w, h: box.h, outline: { box, rotation: frame.rotation } },
      guides: snaps ? snapper.guides(box, handle, input) : [],
      shapes: () => scaledShapes(shapes, frame, scaling, editor.measure, editor.workshop.shapes.get),
    }
  }
  return transforming('resizing', editor, shapes, transform, idle)
}
