import { intersects } from '../../shared/geometry/box.ts'
import { MAP } from '../../shared/journey/mapLayout.ts'
import { toScreen, visibleBox } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { placesOf, type StepPlace } from '../editor/journey/showStep.ts'
import type { MarkKind } from '../editor/stepMark.ts'
import type { OverlayColors } from './overlayPicture.ts'

/** Diameter of a badge where the view is at 100 %, and from far away; screen units. */
const SIZE = 22
const LEAST = 12
/** Further away, a step is narrower than its badges. */
const LEAST_ZOOM = 0.12

const TONE: Readonly<Record<MarkKind, 'good' | 'bad' | 'other'>> = {
  added: 'good',
  removed: 'bad',
  moved: 'other',
  merged: 'other',
  split: 'other',
  changed: 'other',
  better: 'good',
  worse: 'bad',
}

/** What each badge shows, in a square from -1 to 1, as lines. */
const GLYPHS: Readonly<Record<MarkKind, readonly (readonly number[])[]>> = {
  added: [
    [-1, 0, 1, 0],
    [0, -1, 0, 1],
  ],
  removed: [[-1, 0, 1, 0]],
  moved: [
    [-1, 0, 1, 0],
    [-0.5, -0.6, -1.1, 0, -0.5, 0.6],
    [0.5, -0.6, 1.1, 0, 0.5, 0.6],
  ],
  merged: [
    [-0.9, -0.9, 0.1, 0, -0.9, 0.9],
    [0.1, 0, 1, 0],
  ],
  split: [
    [0.9, -0.9, -0.1, 0, 0.9, 0.9],
    [-0.1, 0, -1, 0],
  ],
  changed: [
    [-0.9, -0.4, 0.9, -0.4],
    [-0.9, 0.4, 0.3, 0.4],
  ],
  better: [[-0.9, 0.5, 0, -0.5, 0.9, 0.5]],
  worse: [[-0.9, -0.5, 0, 0.5, 0.9, -0.5]],
}

/** Badges at the heads of steps that are different in another version of their journey. Screen units. */
export function paintStepMarks(
  context: CanvasRenderingContext2D,
  editor: Editor,
  colors: OverlayColors,
): void {
  const marks = editor.stepMarks.get()
  if (marks.length === 0) return
  const camera = editor.camera.get()
  if (camera.zoom < LEAST_ZOOM) return
  const size = Math.max(LEAST, Math.min(SIZE, SIZE * camera.zoom * 1.4))
  const view = visibleBox(camera, editor.viewport.get())
  for (const { step, kinds } of marks)
    for (const place of placesOf(editor, step)) {
      if (place.view.board !== editor.board.get() || !intersects(place.box, view)) continue
      const { at, towards } = cornerOf(place)
      const [x, y] = toScreen(camera, at)
      for (const [index, kind] of kinds.entries())
        paintBadge(
          context,
          [x + towards * (index * (size + 3) + size * 0.7), y],
          size,
          { kind, towards },
          colors,
        )
    }
}

/** The upper corner at the end of a frame or a step's head, and where further badges go from there. */
function cornerOf({ view, box }: StepPlace) {
  const rtl = view.layout?.rtl === true
  const y = view.kind === 'map' ? box.y + MAP.stageHead : box.y
  return { at: [rtl ? box.x : box.x + box.w, y] as const, towards: rtl ? 1 : -1 }
}

/** `towards` is -1 where time goes to the right, and 1 where it goes to the left: then signs are mirrored. */
function paintBadge(
  context: CanvasRenderingContext2D,
  [x, y]: readonly [number, number],
  size: number,
  { kind, towards }: { readonly kind: MarkKind; readonly towards: number },
  colors: OverlayColors,
): void {
  const r = size / 2
  context.save()
  context.translate(x, y)
  context.beginPath()
  context.arc(0, 0, r, 0, 2 * Math.PI)
  context.fillStyle = colors[TONE[kind]]
  context.fill()
  context.lineWidth = Math.max(1, size * 0.08)
  context.strokeStyle = colors.handle
  context.stroke()
  context.lineWidth = Math.max(1, size * 0.09)
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.scale(-towards, 1)
  context.beginPath()
  for (const line of GLYPHS[kind])
    for (let i = 0; i + 1 < line.length; i += 2) {
      const [px, py] = [(line[i] ?? 0) * r * 0.5, (line[i + 1] ?? 0) * r * 0.5]
      if (i === 0) context.moveTo(px, py)
      else context.lineTo(px, py)
    }
  context.stroke()
  context.restore()
}
