import { grow, intersects, type Box } from '../../shared/geometry/box.ts'
import { cornersOf } from '../../shared/geometry/rotate.ts'
import type { Vec } from '../../shared/geometry/vec.ts'
import { lineOf } from '../../shared/model/connectorPath.ts'
import { boundsOf, frameOf, type Shape } from '../../shared/model/shape.ts'
import { toScreen, visibleBox } from '../editor/camera.ts'
import { shapesInOrder, type Editor } from '../editor/editor.ts'
import { applyPreview } from '../editor/preview.ts'
import {
  HANDLES,
  handlePoint,
  intoFrame,
  isCorner,
  rotateHandlePoint,
  type SelectionFrame,
} from '../editor/resizing.ts'
import type { OverlayColors } from './overlayPicture.ts'
import { paintLockBadges } from './lockBadge.ts'
import { MANY_SELECTED } from './selectionOutlines.ts'

const HANDLE_SIDE = 9
/** With more shapes selected than this, only those are looked at that are seen. */
const FEW = 200

/** Outlines around what is selected, and the handles that change it. Screen units. */
export function paintSelection(
  context: CanvasRenderingContext2D,
  editor: Editor,
  colors: OverlayColors,
): void {
  const count = editor.selection.get().size
  if (count === 0) return
  // The lines around many shapes are part of the board's picture, and those around what is moved go with it.
  const preview = editor.preview.get()
  const many = count >= MANY_SELECTED || preview?.kind === 'move'
  const shapes = many && editor.selected.get().locked === 0 ? [] : shapesToOutline(editor)
  context.strokeStyle = colors.accent
  context.lineWidth = count === 1 ? 2 : 1.5
  if (!many) outline(context, editor, shapes)
  paintGroups(context, editor)
  const { frame, canRotate } = editor.selected.get()
  paintLockBadges(context, editor, shapes, colors)
  const target = editor.hint.get()?.outline
  if (target && !preview) strokeFrame(context, editor, target)
  if (!frame || preview || target || editor.readOnly || editor.editing.get()) return
  if (count > 1) {
    context.lineWidth = 1
    strokeFrame(context, editor, frame)
  }
  paintHandles(context, editor, frame, canRotate, colors)
}

/** The selected shapes in view, as the gesture under way would leave them. */
function shapesToOutline(editor: Editor): readonly Shape[] {
  const { selection, preview, camera, viewport, workshop, board } = editor
  const ids = selection.get()
  const now = preview.get()
  const view = visibleBox(camera.get(), viewport.get())
  if (ids.size > FEW && now?.kind !== 'change') {
    const [dx, dy] = now?.by ?? [0, 0]
    return workshop.shapes
      .within(board.get(), { ...view, x: view.x - dx, y: view.y - dy })
      .filter(({ id }) => ids.has(id))
      .map((shape) => applyPreview(shape, now))
  }
  return shapesInOrder(editor, ids)
    .map((shape) => applyPreview(shape, now))
    .filter((shape) => intersects(boundsOf(shape), view))
}

/** One path for all of them: a stroke for each would cost more than the lines themselves. */
function outline(context: CanvasRenderingContext2D, editor: Editor, shapes: readonly Shape[]): void {
  const camera = editor.camera.get()
  context.beginPath()
  for (const shape of shapes) {
    if (shape.kind === 'connector')
      tracePath(
        context,
        lineOf(shape).map((point) => toScreen(camera, point)),
      )
    else traceFrame(context, editor, { box: frameOf(shape), rotation: shape.geometry[4] })
  }
  context.stroke()
}

function tracePath(context: CanvasRenderingContext2D, points: readonly Vec[]): void {
  points.forEach(([x, y], index) => (index === 0 ? context.moveTo(x, y) : context.lineTo(x, y)))
}

function traceFrame(
  context: CanvasRenderingContext2D,
  editor: Editor,
  { box, rotation }: SelectionFrame,
): void {
  const camera = editor.camera.get()
  // Half a line further out, so that it lies around the shape and not over its edge.
  const around = grow(box, 1 / camera.zoom)
  if (rotation === 0) {
    const [x, y] = toScreen(camera, [around.x, around.y])
    context.rect(x, y, around.w * camera.zoom, around.h * camera.zoom)
    return
  }
  tracePath(
    context,
    cornersOf(around, rotation).map((corner) => toScreen(camera, corner)),
  )
  context.closePath()
}

function strokeFrame(context: CanvasRenderingContext2D, editor: Editor, frame: SelectionFrame): void {
  context.beginPath()
  traceFrame(context, editor, frame)
  context.stroke()
}

/** A dashed line around each selected group, and around the one that was gone into. */
function paintGroups(context: CanvasRenderingContext2D, editor: Editor): void {
  const preview = editor.preview.get()
  if (preview?.kind === 'change' || editor.hint.get()) return
  const [dx, dy] = preview?.by ?? [0, 0]
  const { groupBoxes, insideBox } = editor.selected.get()
  const boxes: readonly Box[] = [
    ...groupBoxes.map((box) => ({ ...box, x: box.x + dx, y: box.y + dy })),
    ...(insideBox ? [insideBox] : []),
  ]
  if (boxes.length === 0) return
  context.save()
  context.lineWidth = 1
  context.setLineDash([4, 3])
  context.beginPath()
  for (const box of boxes)
    traceFrame(context, editor, { box: grow(box, 5 / editor.camera.get().zoom), rotation: 0 })
  context.stroke()
  context.restore()
}

function paintHandles(
  context: CanvasRenderingContext2D,
  editor: Editor,
  frame: SelectionFrame,
  canRotate: boolean,
  colors: OverlayColors,
): void {
  const camera = editor.camera.get()
  const { box, rotation } = frame
  if (box.w * camera.zoom < 4 * HANDLE_SIDE || box.h * camera.zoom < 4 * HANDLE_SIDE) return
  const upright: SelectionFrame = { box, rotation: -rotation }
  context.fillStyle = colors.handle
  context.lineWidth = 1.5
  for (const handle of HANDLES.filter(isCorner)) {
    const [x, y] = toScreen(camera, intoFrame(upright, handlePoint(box, handle)))
    context.save()
    context.translate(x, y)
    context.rotate((rotation * Math.PI) / 180)
    context.beginPath()
    context.roundRect(-HANDLE_SIDE / 2, -HANDLE_SIDE / 2, HANDLE_SIDE, HANDLE_SIDE, 2.5)
    context.fill()
    context.stroke()
    context.restore()
  }
  if (canRotate) paintRotateHandle(context, editor, frame)
}

/** A dot above the frame. */
function paintRotateHandle(context: CanvasRenderingContext2D, editor: Editor, frame: SelectionFrame): void {
  const [x, y] = toScreen(editor.camera.get(), rotateHandlePoint(frame, editor.camera.get()))
  context.beginPath()
  context.arc(x, y, HANDLE_SIDE / 2 + 0.5, 0, 2 * Math.PI)
  context.fill()
  context.stroke()
}
