import type { Vec } from '../../../shared/geometry/vec.ts'
import { intersects, unionOf, type Box } from '../../../shared/geometry/box.ts'
import { fit, pan, toPage, toScreen, visibleBox, zoomAbout, zoomStep } from '../camera.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf, type Shape } from '../../../shared/model/shape.ts'
import { openAround } from './foldSections.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { selectionBox } from '../resizing.ts'

const middleOf = ({ viewport }: Editor): Vec => [viewport.get().w / 2, viewport.get().h / 2]

/** The page point in the middle of the viewport. */
export const middleOfView = (editor: Editor): Vec => toPage(editor.camera.get(), middleOf(editor))

/** Where something new belongs: under the pointer, or else in the middle of the view. A page point. */
export function placeForNew(editor: Editor): Vec {
  const pointer = editor.pointer.get()
  return pointer ? toPage(editor.camera.get(), pointer) : middleOfView(editor)
}

/** Zooms one round step in (1) or out (-1) about the middle of the viewport. */
export function zoomBy(editor: Editor, direction: 1 | -1): void {
  const camera = editor.camera.get()
  editor.camera.set(zoomAbout(camera, middleOf(editor), zoomStep(camera.zoom, direction)))
}

/** Shows the board at 100 % about the middle of the viewport. */
export function zoomTo100(editor: Editor): void {
  editor.camera.set(zoomAbout(editor.camera.get(), middleOf(editor), 1))
}

/** Shows everything on the board; an empty board at its origin. */
export function fitAll(editor: Editor): void {
  const viewport = editor.viewport.get()
  const box = editor.workshop.shapes.bounds(editor.board.get())
  editor.camera.set(box ? fit(box, viewport) : { x: -viewport.w / 2, y: -viewport.h / 2, zoom: 1 })
}

/** Shows the selection, as large as `most` (1 is 100 %). */
export function fitSelection(editor: Editor, most = 2): void {
  const box = selectionBox(selectedShapes(editor))
  if (box) editor.camera.set(fit(box, editor.viewport.get(), most))
}

/** Space kept between what is revealed and the viewport's edge, in screen units. */
const REVEAL_MARGIN = 80

/** How much of the view something else lies over, in screen units. */
export interface Covered {
  readonly left: number
  readonly right: number
}
const NOT_COVERED: Covered = { left: 0, right: 0 }

/** Moves the view just enough for a shape to be seen whole. */
export function reveal(editor: Editor, id: ShapeId, covered: Covered = NOT_COVERED): void {
  openAround(editor, id)
  const shape = editor.workshop.shapes.get(id)
  if (shape) revealBox(editor, boundsOf(shape), covered)
}

/** Shows all of a box, page units, in the part of the view that nothing else lies over. Not larger than `most` (1 is 100 %). */
export function fitBoxBeside(editor: Editor, box: Box, { left, right }: Covered, most = 1): void {
  const { w, h } = editor.viewport.get()
  const camera = fit(box, { w: w - left - right, h }, most)
  editor.camera.set({ ...camera, x: camera.x - left / camera.zoom })
}

/** Brings shapes into view, if not one of them is seen already. */
export function revealShapes(editor: Editor, shapes: readonly Shape[]): void {
  const view = visibleBox(editor.camera.get(), editor.viewport.get())
  const boxes = shapes.map(boundsOf)
  const around = unionOf(boxes)
  if (!around || boxes.some((box) => intersects(box, view))) return
  if (around.w < view.w / 2 && around.h < view.h / 2) revealBox(editor, around)
  else editor.camera.set(fit(around, editor.viewport.get(), editor.camera.get().zoom))
}

/** Moves the view just enough for a box (page units) to be seen whole, with a margin. */
export function revealBox(editor: Editor, box: Box, covered = NOT_COVERED): void {
  const camera = editor.camera.get()
  const { w, h } = editor.viewport.get()
  const [left, top] = toScreen(camera, [box.x, box.y])
  const [right, bottom] = toScreen(camera, [box.x + box.w, box.y + box.h])
  const dx = overflow(left - covered.left, right - covered.left, w - covered.left - covered.right)
  const dy = overflow(top, bottom, h)
  if (dx !== 0 || dy !== 0) editor.camera.set(pan(camera, [dx, dy]))
}

/** How far to pan so that `from` to `to` lies within 0 to `most` with a margin. */
function overflow(from: number, to: number, most: number): number {
  if (from < REVEAL_MARGIN) return from - REVEAL_MARGIN
  if (to > most - REVEAL_MARGIN) return to - (most - REVEAL_MARGIN)
  return 0
}
