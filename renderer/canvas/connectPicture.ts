import { cornersOf } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { Shape } from '../../shared/model/shape.ts'
import { ANCHORS, anchorOf, outlineOf } from '../editor/attaching.ts'
import { toScreen } from '../editor/camera.ts'
import { DOT_RADIUS, dotsOf, dottedShape } from '../editor/connectDots.ts'
import { gripsOf, selectedConnector } from '../editor/connectorGrips.ts'
import type { Editor } from '../editor/editor.ts'
import { applyPreview } from '../editor/preview.ts'
import type { OverlayColors } from './overlayPicture.ts'

const ANCHOR_RADIUS = 4.5

/** All that belongs to connecting: what is about to be attached to, grips of the selected connector, dots. */
export function paintConnecting(
  context: CanvasRenderingContext2D,
  editor: Editor,
  colors: OverlayColors,
): void {
  paintAttachment(context, editor, colors)
  if (editor.editing.get() !== null || editor.marquee.get()) return
  paintGrips(context, editor, colors)
  if (!editor.preview.get()) paintDots(context, editor, colors)
}

const GRIP_RADIUS = 5

/** Round, since they are ends of lines and not corners of boxes; the one in the middle is smaller. */
function paintGrips(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  const connector = selectedConnector(editor)
  if (!connector) return
  const shown = applyPreview(connector, editor.preview.get())
  if (shown.kind !== 'connector') return
  context.strokeStyle = colors.accent
  context.fillStyle = colors.handle
  context.lineWidth = 1.5
  for (const { part, at } of gripsOf(shown)) {
    const [x, y] = toScreen(editor.camera.get(), at)
    context.beginPath()
    context.arc(x, y, part === 'bend' ? GRIP_RADIUS - 1 : GRIP_RADIUS, 0, 2 * Math.PI)
    context.fill()
    context.stroke()
  }
}

/** Dots with a plus: the one under the pointer is filled. */
function paintDots(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  const dots = editor.dots.get()
  const shape = dottedShape(editor)
  if (!dots || !shape || shape.id !== dots.shape || editor.draft.get().length > 0) return
  for (const { anchor, at } of dotsOf(editor, shape)) {
    const hovered = anchor === dots.hovered
    const [x, y] = at
    const arm = DOT_RADIUS - 4
    context.globalAlpha = hovered ? 1 : 0.8
    context.beginPath()
    context.arc(x, y, hovered ? DOT_RADIUS + 1 : DOT_RADIUS, 0, 2 * Math.PI)
    context.fillStyle = hovered ? colors.accent : colors.handle
    context.strokeStyle = colors.accent
    context.lineWidth = 1.5
    context.fill()
    context.stroke()
    context.beginPath()
    context.moveTo(x - arm, y)
    context.lineTo(x + arm, y)
    context.moveTo(x, y - arm)
    context.lineTo(x, y + arm)
    context.strokeStyle = hovered ? colors.handle : colors.accent
    context.stroke()
  }
  context.globalAlpha = 1
}

/** What a connector is about to be attached to: the outline of that shape with the places it can snap to. */
function paintAttachment(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
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
