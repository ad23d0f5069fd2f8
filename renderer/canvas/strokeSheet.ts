import type { InkPoint } from '../../shared/model/inkPoints.ts'
import { INK_OPACITY, inkRadius, inkSize } from '../../shared/scene/inkLook.ts'
import { STROKE } from '../../shared/scene/palette.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { LiveStroke } from '../editor/liveStroke.ts'
import { createSheet, type Sheet } from './createSheet.ts'
import { boardTheme } from './themeColors.ts'

/**
 * Shows the stroke under the pen. Only what is new of it is drawn: a long stroke costs no more per frame than a short
 * one, and the board beneath is not touched.
 */
export function mountStroke(host: HTMLElement, editor: Editor): Dispose {
  let sheet: Sheet | undefined
  let points: readonly InkPoint[] | undefined
  let painted = 0
  let frame = 0

  function paint(): void {
    frame = 0
    const stroke = editor.stroke.get()
    if (!stroke) return finish()
    sheet ??= createSheet(host, editor.viewport.get())
    if (!sheet) return
    if (stroke.points !== points) {
      sheet.clear()
      // See-through as a whole: where the line crosses itself it is no darker.
      sheet.canvas.style.opacity = `${INK_OPACITY[stroke.tool]}`
      painted = 0
      points = stroke.points
    }
    paintFrom(sheet.context, editor, stroke, painted)
    painted = stroke.points.length
  }

  function finish(): void {
    sheet?.remove()
    sheet = undefined
    points = undefined
  }

  function later(): void {
    // The board paints the finished stroke in a frame asked for before this one: nothing flickers in between.
    if (frame === 0) frame = requestAnimationFrame(paint)
  }

  function again(): void {
    sheet?.fit(editor.viewport.get())
    points = undefined
    if (sheet) later()
  }

  const stops = [
    editor.stroke.subscribe(later),
    editor.camera.subscribe(again),
    editor.viewport.subscribe(again),
  ]
  return () => {
    cancelAnimationFrame(frame)
    for (const stop of stops) stop()
    finish()
  }
}

/** Draws the stroke from the point before `start` on. */
function paintFrom(
  context: CanvasRenderingContext2D,
  editor: Editor,
  { tool, color, width, points }: LiveStroke,
  start: number,
): void {
  const camera = editor.camera.get()
  const size = inkSize(tool, width) * camera.zoom
  context.strokeStyle = STROKE[boardTheme()][color]
  context.fillStyle = context.strokeStyle
  context.lineCap = 'round'
  for (let index = start; index < points.length; index++) {
    const [last, next] = [points[Math.max(0, index - 1)], points[index]]
    if (!last || !next) continue
    const [x, y] = toScreen(camera, next.point)
    const radius = size * inkRadius(tool, next.pressure)
    context.beginPath()
    if (index === 0) {
      context.arc(x, y, radius, 0, 2 * Math.PI)
      context.fill()
      continue
    }
    context.lineWidth = radius + size * inkRadius(tool, last.pressure)
    context.moveTo(...toScreen(camera, last.point))
    context.lineTo(x, y)
    context.stroke()
  }
}
