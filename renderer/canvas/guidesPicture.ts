import type { Vec } from '../../shared/geometry/vec.ts'
import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { Guide } from '../editor/guide.ts'

/** Half the length of the strokes at the ends of a distance, in screen units. */
const TICK = 4

/** The lines that what is dragged is lined up with. Screen units, one pixel wide. */
export function paintGuides(context: CanvasRenderingContext2D, editor: Editor, color: string): void {
  const guides = editor.guides.get()
  if (guides.length === 0) return
  context.strokeStyle = color
  context.lineWidth = 1
  context.beginPath()
  for (const guide of guides)
    traceGuide(context, guide, (point) => onPixel(toScreen(editor.camera.get(), point)))
  context.stroke()
}

function traceGuide(context: CanvasRenderingContext2D, guide: Guide, place: (point: Vec) => Vec): void {
  const { kind, axis, at, from, to } = guide
  // A line runs across its axis, a distance along it.
  const upright = (kind === 'line') === (axis === 'x')
  const [start, end] = upright ? [place([at, from]), place([at, to])] : [place([from, at]), place([to, at])]
  if (kind === 'line') {
    traceLine(context, start, end)
    return
  }
  // The size is shown just outside of the box, a gap right in it.
  const aside: Vec = kind === 'gap' ? [0, 0] : upright ? [2 * TICK, 0] : [0, 2 * TICK]
  const [a, b]: [Vec, Vec] = [
    [start[0] + aside[0], start[1] + aside[1]],
    [end[0] + aside[0], end[1] + aside[1]],
  ]
  traceLine(context, a, b)
  for (const [x, y] of [a, b])
    if (upright) traceLine(context, [x - TICK, y], [x + TICK, y])
    else traceLine(context, [x, y - TICK], [x, y + TICK])
}

function traceLine(context: CanvasRenderingContext2D, from: Vec, to: Vec): void {
  context.moveTo(from[0], from[1])
  context.lineTo(to[0], to[1])
}

/** In the middle of a pixel, a line one pixel wide is sharp. */
const onPixel = ([x, y]: Vec): Vec => [Math.round(x) + 0.5, Math.round(y) + 0.5]
