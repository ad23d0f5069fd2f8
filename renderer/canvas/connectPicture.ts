import { cornersOf } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { Shape } from '../../shared/model/shape.ts'
import { ANCHORS, anchorOf, outlineOf } from '../editor/attaching.ts'
import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { OverlayColors } from './overlayPicture.ts'

const ANCHOR_RADIUS = 4.5

/** What a connector is about to be attached to: the outline of that shape with the places it can snap to. */
export function paintAttachment(
  context: CanvasRenderingContext2D,
  editor: Editor,
  colors: OverlayColors,
): void {
  const attachment = editor.attachment.get()
  const shape = attachment && editor.workshop.shapes.get(attachment.shape)
  if (!shape) return
  context.save()
  context.strokeStyle = colors.accent
  context.lineWidth = 2
  traceOutline(context, editor, shape)
  context.stroke()
  context.lineWidth = 1.5
  for (const anchor of ANCHORS) {
    const chosen = attachment.anchor?.[0] === anchor[0] && attachment.anchor[1] === anchor[1]
    const [x, y] = toScreen(editor.camera.get(), anchorOf(shape, anchor))
    context.beginPath()
    context.arc(x, y, chosen ? ANCHOR_RADIUS + 2 : ANCHOR_RADIUS, 0, 2 * Math.PI)
    context.fillStyle = chosen ? colors.accent : colors.handle
    context.fill()
    context.stroke()
  }
  context.restore()
}

/** Traces what a line would end on, in screen units. */
function traceOutline(context: CanvasRenderingContext2D, editor: Editor, shape: Shape): void {
  const { form, box, degrees } = outlineOf(shape)
  const at = (point: Vec): Vec => toScreen(editor.camera.get(), point)
  context.beginPath()
  if (form === 'ellipse') {
    const [x, y] = at([box.x + box.w / 2, box.y + box.h / 2])
    const { zoom } = editor.camera.get()
    context.ellipse(x, y, (box.w / 2) * zoom, (box.h / 2) * zoom, (degrees * Math.PI) / 180, 0, 2 * Math.PI)
    return
  }
  const corners =
    form === 'diamond' ? ANCHORS.map((anchor) => anchorOf(shape, anchor)) : cornersOf(box, degrees)
  corners.map(at).forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
  context.closePath()
}
