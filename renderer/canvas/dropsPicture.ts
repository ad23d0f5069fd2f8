import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { OverlayColors } from './overlayPicture.ts'

/** The cells that would take in what is dragged, and between which cards it would lie. Screen units. */
export function paintDrops(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  const spots = editor.drops.get()
  if (spots.length === 0) return
  const camera = editor.camera.get()
  context.save()
  context.lineWidth = 2
  context.lineCap = 'round'
  for (const { cell, line } of spots) {
    const [x, y] = toScreen(camera, [cell.x, cell.y])
    const [w, h] = [cell.w * camera.zoom, cell.h * camera.zoom]
    context.fillStyle = colors.accentFaint
    context.strokeStyle = colors.accent
    context.fillRect(x, y, w, h)
    context.strokeRect(x + 1, y + 1, w - 2, h - 2)
    if (!line) continue
    const [from, top] = toScreen(camera, [line.x, line.y])
    const to = from + line.w * camera.zoom
    context.lineWidth = 3
    context.beginPath()
    context.moveTo(from, top)
    context.lineTo(to, top)
    context.stroke()
    context.lineWidth = 2
  }
  context.restore()
}
