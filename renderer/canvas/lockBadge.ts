import { boundsOf, type Shape } from '../../shared/model/shape.ts'
import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { isLocked } from '../editor/locks.ts'
import type { OverlayColors } from './overlayPicture.ts'

/** Diameter of the badge, in screen units. */
const SIZE = 22
/** With more of them, a badge on each says no more than a badge on some. */
const MOST = 50

/** A padlock at the corner of each selected shape that is locked: why it has no handles, and does not move. */
export function paintLockBadges(
  context: CanvasRenderingContext2D,
  editor: Editor,
  shapes: readonly Shape[],
  colors: OverlayColors,
): void {
  if (editor.selected.get().locked === 0) return
  const camera = editor.camera.get()
  for (const shape of shapes.filter((one) => isLocked(editor, one)).slice(0, MOST)) {
    const { x, y, w } = boundsOf(shape)
    const [left, top] = toScreen(camera, [x + w, y])
    paintBadge(context, left, top, colors)
  }
}

function paintBadge(context: CanvasRenderingContext2D, x: number, y: number, colors: OverlayColors): void {
  context.save()
  context.translate(x, y)
  context.beginPath()
  context.arc(0, 0, SIZE / 2, 0, 2 * Math.PI)
  context.fillStyle = colors.handle
  context.fill()
  context.lineWidth = 1.5
  context.strokeStyle = colors.accent
  context.stroke()
  context.fillStyle = colors.accent
  context.beginPath()
  context.roundRect(-5, -1.5, 10, 7.5, 2)
  context.fill()
  context.beginPath()
  context.arc(0, -2, 3, Math.PI, 0)
  context.stroke()
  context.restore()
}
