import { intersects, type Box } from '../../shared/geometry/box.ts'
import { boundsOf } from '../../shared/model/shape.ts'
import { NOTE_SIZE } from '../../shared/scene/textBox.ts'
import { PAPER } from '../../shared/scene/palette.ts'
import { toScreen, visibleBox } from '../editor/camera.ts'
import { selectedShapes, type Editor } from '../editor/editor.ts'
import { applyPreview } from '../editor/preview.ts'
import { HANDLES, handlePoint, selectionBox } from '../editor/resizing.ts'

/** Colours of what lies over the board; they follow the theme. */
export interface OverlayColors {
  readonly accent: string
  readonly accentFaint: string
  readonly handle: string
}

const HANDLE_SIDE = 9

/** Selection, handles, rubber band and the note to come. Paints in screen units, so that lines stay one pixel wide. */
export function paintOverlay(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  paintGhost(context, editor)
  context.strokeStyle = colors.accent
  paintSelection(context, editor, colors)
  const band = editor.marquee.get()
  if (!band) return
  const { x, y, w, h } = onScreen(editor, band)
  context.fillStyle = colors.accentFaint
  context.lineWidth = 1
  context.fillRect(x, y, w, h)
  context.strokeRect(x + 0.5, y + 0.5, w, h)
}

function paintSelection(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  const preview = editor.preview.get()
  const shapes = selectedShapes(editor).map((shape) => applyPreview(shape, preview))
  if (shapes.length === 0) return
  const view = visibleBox(editor.camera.get(), editor.viewport.get())
  context.lineWidth = shapes.length === 1 ? 2 : 1.5
  for (const shape of shapes) {
    const bounds = boundsOf(shape)
    if (!intersects(bounds, view)) continue
    const { x, y, w, h } = onScreen(editor, bounds)
    context.strokeRect(x - 1, y - 1, w + 2, h + 2)
  }
  const box = selectionBox(shapes)
  if (!box || preview || editor.readOnly || editor.editing.get()) return
  if (shapes.length > 1) {
    const { x, y, w, h } = onScreen(editor, box)
    context.lineWidth = 1
    context.strokeRect(Math.round(x) - 0.5, Math.round(y) - 0.5, w + 1, h + 1)
  }
  paintHandles(context, editor, box, colors)
}

function paintHandles(
  context: CanvasRenderingContext2D,
  editor: Editor,
  box: Box,
  colors: OverlayColors,
): void {
  const { w, h } = onScreen(editor, box)
  if (w < 4 * HANDLE_SIDE || h < 4 * HANDLE_SIDE) return
  context.fillStyle = colors.handle
  context.lineWidth = 1.5
  for (const handle of HANDLES) {
    if (handle.x === 0 || handle.y === 0) continue
    const [x, y] = toScreen(editor.camera.get(), handlePoint(box, handle))
    context.beginPath()
    context.roundRect(x - HANDLE_SIDE / 2, y - HANDLE_SIDE / 2, HANDLE_SIDE, HANDLE_SIDE, 2.5)
    context.fill()
    context.stroke()
  }
}

/** Where the note tool would put its note. */
function paintGhost(context: CanvasRenderingContext2D, editor: Editor): void {
  const middle = editor.ghost.get()
  if (!middle) return
  const half = NOTE_SIZE / 2
  const box = onScreen(editor, { x: middle[0] - half, y: middle[1] - half, w: NOTE_SIZE, h: NOTE_SIZE })
  context.globalAlpha = 0.55
  context.fillStyle = PAPER[editor.noteColor.get()]
  context.beginPath()
  context.roundRect(box.x, box.y, box.w, box.h, 4 * editor.camera.get().zoom)
  context.fill()
  context.globalAlpha = 1
}

function onScreen(editor: Editor, box: Box): Box {
  const camera = editor.camera.get()
  const [x, y] = toScreen(camera, [box.x, box.y])
  return { x, y, w: box.w * camera.zoom, h: box.h * camera.zoom }
}
