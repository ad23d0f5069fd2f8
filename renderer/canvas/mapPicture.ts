import type { Box } from '../../shared/geometry/box.ts'
import { drawFace } from '../../shared/scene/drawFace.ts'
import { paint } from '../../shared/scene/paint.ts'
import { toScreen, visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { chosenBoxes, onBoard } from '../editor/journey/mapOnBoard.ts'
import { mapsOn } from '../editor/journey/mapsOn.ts'
import type { OverlayColors } from './overlayPicture.ts'
import { createPaintSources } from './paintSources.ts'
import { boardTheme } from './themeColors.ts'

/** Half the width of a plus between columns, screen units. */
const PLUS = 11
/** Side of the face that is being set, screen units. */
const FACE = 34

/** What is chosen in maps, where something can be added, and what is being dragged. Screen units. */
export function paintMapParts(
  context: CanvasRenderingContext2D,
  editor: Editor,
  colors: OverlayColors,
): void {
  context.save()
  paintChosen(context, editor, colors)
  paintPlus(context, editor, colors)
  paintDrag(context, editor, colors)
  context.restore()
}

function onScreen({ camera }: Editor, { x, y, w, h }: Box): Box {
  const now = camera.get()
  const [left, top] = toScreen(now, [x, y])
  return { x: left, y: top, w: w * now.zoom, h: h * now.zoom }
}

function paintChosen(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  const chosen = editor.chosen.get()
  if (!chosen) return
  context.strokeStyle = colors.accent
  context.lineWidth = 2
  for (const map of mapsOn(editor, visibleBox(editor.camera.get(), editor.viewport.get())))
    for (const box of chosenBoxes(map.layout, chosen)) {
      const { x, y, w, h } = onScreen(editor, onBoard(map, box))
      context.strokeRect(x + 1, y + 1, w - 2, h - 2)
    }
}

function paintPlus(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  const at = editor.mapPlus.get()
  if (!at) return
  const [x, y] = toScreen(editor.camera.get(), at)
  context.fillStyle = colors.accent
  context.beginPath()
  context.arc(x, y, PLUS, 0, 2 * Math.PI)
  context.fill()
  context.strokeStyle = colors.handle
  context.lineWidth = 2
  context.lineCap = 'round'
  context.beginPath()
  context.moveTo(x - 5, y)
  context.lineTo(x + 5, y)
  context.moveTo(x, y - 5)
  context.lineTo(x, y + 5)
  context.stroke()
}

function paintDrag(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  const drag = editor.mapDrag.get()
  if (!drag) return
  context.fillStyle = colors.accentFaint
  for (const ghost of drag.ghosts) {
    const { x, y, w, h } = onScreen(editor, ghost)
    context.fillRect(x, y, w, h)
  }
  context.strokeStyle = colors.accent
  context.lineWidth = 4
  context.lineCap = 'round'
  if (drag.line) {
    const { x, y, w, h } = onScreen(editor, drag.line)
    context.beginPath()
    context.moveTo(x, y)
    context.lineTo(x + w, y + h)
    context.stroke()
  }
  if (!drag.feeling) return
  const [x, y] = toScreen(editor.camera.get(), drag.feeling.at)
  context.lineWidth = 3
  context.beginPath()
  context.arc(x, y, FACE / 2 + 3, 0, 2 * Math.PI)
  context.stroke()
  const face = drawFace(
    drag.feeling.emotion,
    { x: x - FACE / 2, y: y - FACE / 2, w: FACE, h: FACE },
    boardTheme(),
  )
  paint(context, face, FACE_SOURCES)
}

/** Faces are made of paths, and have no images. */
const FACE_SOURCES = createPaintSources({ draw: () => undefined })
