import type { Shape } from '../../../../shared/model/shape.ts'
import type { Editor } from '../../editor.ts'
import { angleTo, type SelectionFrame } from '../../resizing.ts'
import type { PointerInput, ToolState } from '../../tool.ts'
import { rotatedShapes, upTo180 } from '../../transformed.ts'
import { transforming, type Transformed } from './transforming.ts'

/** With Shift, it is turned in steps of so many degrees. */
const STEP = 15
/** This near to upright or to a quarter turn, it is meant. Degrees. */
const NEAR = 2

/** The frame around `shapes` turns with the pointer. */
export function rotating(
  editor: Editor,
  { frame, shapes }: { readonly frame: SelectionFrame; readonly shapes: readonly Shape[] },
  down: PointerInput,
  idle: () => ToolState,
): ToolState {
  const from = angleTo(frame, down.point)

  function transform(input: PointerInput): Transformed {
    const free = frame.rotation + angleTo(frame, input.point) - from
    const degrees = upTo180(settled(free, input))
    return {
      hint: { kind: 'angle', degrees, outline: { box: frame.box, rotation: degrees } },
      guides: [],
      shapes: () => rotatedShapes(shapes, frame, degrees - frame.rotation, editor.workshop.shapes.get),
    }
  }
  return transforming('rotating', editor, shapes, transform, idle)
}

function settled(degrees: number, { shift, mod }: PointerInput): number {
  if (shift) return Math.round(degrees / STEP) * STEP
  const quarter = Math.round(degrees / 90) * 90
  return !mod && Math.abs(degrees - quarter) < NEAR ? quarter : Math.round(degrees * 10) / 10
}
