import { intersects } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { INK_COLORS } from '../../../shared/model/color.ts'
import { boundsOf, type Shape } from '../../../shared/model/shape.ts'
import { INK_OPACITY } from '../../../shared/scene/inkLook.ts'
import { STROKE, TEXT_FAMILY } from '../../../shared/scene/palette.ts'
import type { Theme } from '../../../shared/scene/ops.ts'
import type { Gesture } from '../../../shared/session/presence.ts'
import { toScreen, visibleBox, type Camera, type Size } from '../../editor/camera.ts'
import { traceOutline } from '../selectionOutlines.ts'

/** What is seen of the board. */
export interface Seen {
  readonly camera: Camera
  readonly viewport: Size
}

/** Whose marks they are, in colours that are ready to paint with. */
export interface Marker {
  readonly initials: string
  readonly color: string
  /** Of what is written on the colour. */
  readonly text: string
}

/** Height of the badge with initials, screen units. */
export const BADGE = 17
const BADGE_FONT = `650 10.5px ${TEXT_FAMILY}`
const DOT_STEP = 5

/** Outlines around what somebody has selected or holds, and a badge that says who. Screen units. */
export function paintOutlines(
  context: CanvasRenderingContext2D,
  shapes: readonly Shape[],
  { initials, color, text }: Marker,
  { camera, viewport }: Seen,
  typing = false,
): void {
  const view = visibleBox(camera, viewport)
  const seen = shapes.filter((shape) => intersects(boundsOf(shape), view))
  const [first] = seen.toSorted((a, b) => boundsOf(a).y - boundsOf(b).y || boundsOf(a).x - boundsOf(b).x)
  if (!first) return
  context.beginPath()
  const raster = { scale: camera.zoom, left: camera.x * camera.zoom, top: camera.y * camera.zoom }
  for (const shape of seen) traceOutline(context, shape, raster, 1)
  context.strokeStyle = color
  context.lineWidth = 2
  context.stroke()
  const { x, y } = boundsOf(first)
  paintBadge(context, toScreen(camera, [x, y]), { initials, color, text }, typing)
}

/** Sits on the corner, inside the view as long as the corner is. */
function paintBadge(
  context: CanvasRenderingContext2D,
  [x, y]: Vec,
  { initials, color, text }: Marker,
  typing: boolean,
): void {
  context.font = BADGE_FONT
  const letters = context.measureText(initials).width
  const w = Math.max(BADGE, letters + 9) + (typing ? 3 * DOT_STEP + 4 : 0)
  const [left, top] = [Math.round(x) - 2, Math.max(1, Math.round(y) - BADGE)]
  context.fillStyle = color
  context.beginPath()
  context.roundRect(left, top, w, BADGE, [5, 5, 5, 0])
  context.fill()
  context.fillStyle = text
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  context.direction = 'ltr'
  const start = typing ? left + 5 : left + (w - letters) / 2
  context.fillText(initials, start, top + BADGE / 2 + 0.5)
  if (!typing) return
  context.beginPath()
  for (let dot = 0; dot < 3; dot++) {
    const cx = start + letters + 6 + dot * DOT_STEP
    context.moveTo(cx + 1.6, top + BADGE / 2)
    context.arc(cx, top + BADGE / 2, 1.6, 0, 2 * Math.PI)
  }
  context.fill()
}

type Draw = Extract<Gesture, { kind: 'draw' }>

/** A stroke as somebody draws it. Screen units. */
export function paintLiveInk(
  context: CanvasRenderingContext2D,
  { tool, color, width, points }: Draw,
  marker: Marker,
  theme: Theme,
  camera: Camera,
): void {
  if (tool === 'laser') return
  const ink = INK_COLORS.find((each) => each === color)
  context.save()
  context.globalAlpha = INK_OPACITY[tool]
  context.strokeStyle = ink ? STROKE[theme][ink] : marker.color
  context.lineWidth = Math.max(1, width * camera.zoom)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.beginPath()
  traceSmooth(
    context,
    points.map((point) => toScreen(camera, point)),
  )
  context.stroke()
  context.restore()
}

/** Width of the laser's line where it is new, screen units. */
const LASER = 5

/** The laser's line, thin where it is old. `left` is how much of it has not gone out yet, 1 to 0. */
export function paintLiveLaser(
  context: CanvasRenderingContext2D,
  { points }: Draw,
  { color }: Marker,
  camera: Camera,
  left: number,
): void {
  const at = points.map((point) => toScreen(camera, point))
  context.save()
  context.strokeStyle = color
  context.fillStyle = color
  context.lineCap = 'round'
  context.globalAlpha = left
  context.shadowColor = color
  context.shadowBlur = 8
  for (let index = 1; index < at.length; index++) {
    const [from, to] = [at[index - 1], at[index]]
    if (!from || !to) continue
    context.beginPath()
    context.lineWidth = Math.max(0.5, LASER * Math.sqrt(index / at.length))
    context.moveTo(...from)
    context.lineTo(...to)
    context.stroke()
  }
  const last = at.at(-1)
  if (last) {
    context.beginPath()
    context.arc(last[0], last[1], LASER * 0.8, 0, 2 * Math.PI)
    context.fill()
  }
  context.restore()
}

/** Through the middles between points, so that it has no corners; a dot for a single point. */
function traceSmooth(context: CanvasRenderingContext2D, points: readonly Vec[]): void {
  const [first] = points
  if (!first) return
  context.moveTo(...first)
  if (points.length === 1) context.lineTo(first[0] + 0.01, first[1])
  for (const [index, here] of points.entries()) {
    const next = points[index + 1]
    if (index === 0) continue
    const to: Vec = next ? [(here[0] + next[0]) / 2, (here[1] + next[1]) / 2] : here
    context.quadraticCurveTo(...here, ...to)
  }
}
