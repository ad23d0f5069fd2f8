import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { Editor } from '../editor.ts'
import { scalingOf } from '../resizing.ts'
import { scaledShapes, scaleOptionsFor } from '../transformed.ts'
import { replaceShapes } from './replaceShapes.ts'

/** Makes the selection wider and taller by page units, as its right and lower sides do when they are dragged. */
export function stretchSelection(editor: Editor, by: Vec, step?: Step): void {
  const { free, frame } = editor.selected.get()
  if (!frame || editor.readOnly) return
  const sides = { x: by[0] === 0 ? 0 : 1, y: by[1] === 0 ? 0 : 1 } as const
  const options = scaleOptionsFor(free, { shift: false, alt: false, corner: false })
  const scaling = scalingOf(frame.box, sides, by, options)
  const after = scaledShapes(free, frame, scaling, editor.measure, editor.workshop.shapes.get)
  replaceShapes(editor, after, step)
}
