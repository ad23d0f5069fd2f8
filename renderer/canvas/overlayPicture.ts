import { boxAbout, type Box } from '../../shared/geometry/box.ts'
import { STAMP_INK, stampPlace } from '../../shared/scene/drawStamp.ts'
import { NOTE_SIZE } from '../../shared/scene/textBox.ts'
import { PAPER, TEXT_FAMILY } from '../../shared/scene/palette.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { STAMP_SIZE } from '../editor/commands/addStamps.ts'
import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { paintDrops } from './dropsPicture.ts'
import { paintFound } from './foundPicture.ts'
import { paintGuides } from './guidesPicture.ts'
import { paintStepMarks } from './stepMarksPicture.ts'
import { paintMapParts } from './mapPicture.ts'
import { paintSelection } from './selectionPicture.ts'

/** Colours of what lies over the board; they follow the theme. */
export interface OverlayColors {
  readonly accent: string
  readonly accentFaint: string
  readonly handle: string
  readonly guide: string
  readonly found: string
  /** What is better, what is worse, and what is only otherwise. */
  readonly good: string
  readonly bad: string
  readonly other: string
}

/** Selection, handles, rubber band and the note to come. Paints in screen units, so that lines stay one pixel wide. */
export function paintOverlay(context: CanvasRenderingContext2D, editor: Editor, colors: OverlayColors): void {
  paintGhost(context, editor)
  paintMapParts(context, editor, colors)
  paintDrops(context, editor, colors)
  paintStepMarks(context, editor, colors)
  paintFound(context, editor, colors.found)
  paintSelection(context, editor, colors)
  paintGuides(context, editor, colors.guide)
  const band = editor.marquee.get()
  if (!band) return
  const { x, y, w, h } = onScreen(editor, band)
  context.strokeStyle = colors.accent
  context.fillStyle = colors.accentFaint
  context.lineWidth = 1
  context.fillRect(x, y, w, h)
  context.strokeRect(x + 0.5, y + 0.5, w, h)
}

/** Where the note tool would put its note. */
function paintGhost(context: CanvasRenderingContext2D, editor: Editor): void {
  const middle = editor.ghost.get()
  if (!middle) return
  if (editor.tool.get() === 'stamp') return paintStampGhost(context, editor, middle)
  const box = onScreen(editor, boxAbout(middle, NOTE_SIZE, NOTE_SIZE))
  context.globalAlpha = 0.55
  context.fillStyle = PAPER[editor.noteColor.get()]
  context.beginPath()
  context.roundRect(box.x, box.y, box.w, box.h, 4 * editor.camera.get().zoom)
  context.fill()
  context.globalAlpha = 1
}

/** The stamp that a click would put down. */
function paintStampGhost(context: CanvasRenderingContext2D, editor: Editor, middle: Vec): void {
  const { at, size } = stampPlace(onScreen(editor, boxAbout(middle, STAMP_SIZE, STAMP_SIZE)))
  context.globalAlpha = 0.6
  context.fillStyle = STAMP_INK
  context.font = `${size}px ${TEXT_FAMILY}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  context.fillText(editor.nextStyle.get().stamp, ...at)
  context.globalAlpha = 1
}

function onScreen(editor: Editor, box: Box): Box {
  const camera = editor.camera.get()
  const [x, y] = toScreen(camera, [box.x, box.y])
  return { x, y, w: box.w * camera.zoom, h: box.h * camera.zoom }
}
