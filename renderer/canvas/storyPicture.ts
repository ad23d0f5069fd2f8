import type { Box } from '../../shared/geometry/box.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import type { StoryFrame } from '../../shared/journey/storyLayout.ts'
import type { Storyboard } from '../../shared/model/shape.ts'
import { drawFrame } from '../../shared/scene/drawFrame.ts'
import { drawShape } from '../../shared/scene/drawShape.ts'
import type { Look } from '../../shared/scene/ops.ts'
import { paint, type PaintSources } from '../../shared/scene/paint.ts'
import { STORY_COLORS } from '../../shared/scene/storyColors.ts'
import { visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { FrameDrag } from '../editor/frameDrag.ts'
import { movedShape } from '../editor/preview.ts'
import type { OverlayColors } from './overlayPicture.ts'
import type { TextMeasure } from './textMeasure.ts'
import { boardTheme } from './themeColors.ts'

/** Corners of what is chosen, page units: a little rounder than frames. */
const RADIUS = 12

interface StoryPaint {
  readonly editor: Editor
  readonly text: TextMeasure
  readonly sources: PaintSources
  readonly colors: OverlayColors
}

/** What of storyboards is chosen, and frames that are being dragged. Takes screen units, since it lies in the overlay. */
export function paintStories(context: CanvasRenderingContext2D, with_: StoryPaint): void {
  const { editor } = with_
  const drag = editor.frameDrag.get()
  const chosen = editor.chosen.get()
  if (!drag && !chosen) return
  const { x, y, zoom } = editor.camera.get()
  const view = visibleBox(editor.camera.get(), editor.viewport.get())
  context.save()
  context.scale(zoom, zoom)
  context.translate(-x, -y)
  for (const shape of editor.workshop.shapes.within(editor.board.get(), view)) {
    if (shape.kind !== 'storyboard' || !shape.layout) continue
    if (drag?.view === shape.id) paintDrag(context, shape, drag, with_)
    else paintChosen(context, shape, with_)
  }
  context.restore()
}

const framesOf = ({ layout }: Storyboard): readonly StoryFrame[] =>
  layout?.rows.flatMap(({ frames }) => frames) ?? []

const moved = (box: Box, [dx, dy]: Vec): Box => ({ ...box, x: box.x + dx, y: box.y + dy })

function paintChosen(
  context: CanvasRenderingContext2D,
  view: Storyboard,
  { editor, colors }: StoryPaint,
): void {
  const chosen = editor.chosen.get()
  const corner: Vec = [view.geometry[0], view.geometry[1]]
  context.strokeStyle = colors.accent
  context.lineWidth = 2.5 / editor.camera.get().zoom
  const outline = (box: Box) => {
    const { x, y, w, h } = moved(box, corner)
    context.beginPath()
    context.roundRect(x - 2, y - 2, w + 4, h + 4, RADIUS)
    context.stroke()
  }
  if (chosen?.kind === 'steps')
    for (const { step, box } of framesOf(view)) if (chosen.ids.includes(step.id)) outline(box)
  if (chosen?.kind === 'stage')
    for (const { stage, box, ground } of view.layout?.stages ?? [])
      if (stage?.id === chosen.id) outline({ ...box, h: box.h + ground.h })
}

/** The frames where the pointer has them, a veil over where they are still, and a line where they would come. */
function paintDrag(
  context: CanvasRenderingContext2D,
  view: Storyboard,
  { ids, by, spot }: FrameDrag,
  { editor, text, sources, colors }: StoryPaint,
): void {
  const { layout } = view
  if (!layout) return
  const theme = boardTheme()
  const look: Look = { measure: text.measure, theme, words: editor.words.get(), places: true }
  const corner: Vec = [view.geometry[0], view.geometry[1]]
  const dragged = framesOf(view).filter(({ step }) => ids.includes(step.id))
  context.fillStyle = STORY_COLORS[theme].ground
  context.globalAlpha = 0.72
  for (const { box } of dragged) {
    const { x, y, w, h } = moved(box, corner)
    context.fillRect(x - 3, y - 3, w + 6, h + 6)
  }
  context.globalAlpha = 1
  if (spot) {
    const { x, y, w, h } = moved(spot.line, corner)
    context.fillStyle = colors.accent
    context.beginPath()
    context.roundRect(x, y, w, h, w / 2)
    context.fill()
  }
  context.globalAlpha = 0.9
  const someServed = layout.input.served.size > 0
  for (const frame of dragged) {
    const there: Vec = [corner[0] + by[0], corner[1] + by[1]]
    const placed = { ...frame, box: moved(frame.box, there), picture: moved(frame.picture, there) }
    paint(context, drawFrame(placed, { input: layout.input, rtl: layout.rtl, someServed }, look), sources)
    const { shapes } = editor.workshop
    for (const id of shapes.placement.inFrame(frame.step.id)) {
      const shape = shapes.get(id)
      if (shape) paint(context, drawShape(movedShape(shape, by), look), sources)
    }
  }
  context.globalAlpha = 1
}
