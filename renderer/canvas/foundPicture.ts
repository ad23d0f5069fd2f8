import { boundsOf } from '../../shared/model/shape.ts'
import { toScreen, visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'

/** Between a shape and the frame around it, in screen units. */
const GAP = 4
/** Of the glow around the frame. */
const GLOW = 7
const GLOW_ALPHA = 0.3

/** A glow around everything in view that holds what is being looked for. Screen units. */
export function paintFound(context: CanvasRenderingContext2D, editor: Editor, color: string): void {
  const { found, workshop, board, camera, viewport } = editor
  const ids = found.get()
  if (ids.size === 0) return
  const seen = camera.get()
  context.strokeStyle = color
  for (const shape of workshop.shapes.within(board.get(), visibleBox(seen, viewport.get()))) {
    if (!ids.has(shape.id)) continue
    const box = boundsOf(shape)
    const [x, y] = toScreen(seen, [box.x, box.y])
    context.beginPath()
    const [w, h] = [box.w * seen.zoom, box.h * seen.zoom]
    context.roundRect(x - GAP, y - GAP, w + 2 * GAP, h + 2 * GAP, 6)
    context.lineWidth = GLOW
    context.globalAlpha = GLOW_ALPHA
    context.stroke()
    context.lineWidth = 2
    context.globalAlpha = 1
    context.stroke()
  }
}
