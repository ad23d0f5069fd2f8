import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { Geometry } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { resizeBox, scaleInto, selectionBox } from '../resizing.ts'
import { changeableShapes } from '../units.ts'
import { resizeShapes } from './resizeShapes.ts'

/** Makes the selection wider and taller by page units, as its right and lower sides do when they are dragged. */
export function stretchSelection(editor: Editor, by: Vec, step?: Step): void {
  const shapes = changeableShapes(editor)
  const box = selectionBox(shapes)
  if (!box || editor.readOnly) return
  const sides = { x: by[0] === 0 ? 0 : 1, y: by[1] === 0 ? 0 : 1 } as const
  const scaled = scaleInto(shapes, box, resizeBox(box, sides, by, false))
  resizeShapes(editor, new Map([...scaled].map(([id, geometry]) => [id, withoutDust(geometry)])), step)
}

/** Scaling leaves fractions that nobody asked for, and a hundred key presses would gather them. */
const withoutDust = ([x, y, w, h, rotation]: Geometry): Geometry => [
  round(x),
  round(y),
  round(w),
  round(h),
  rotation,
]
const round = (value: number): number => Math.round(value * 1e6) / 1e6
