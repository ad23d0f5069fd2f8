import type { Vec } from '../../../shared/geometry/vec.ts'
import { fit, toPage, zoomAbout, zoomStep } from '../camera.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { selectionBox } from '../resizing.ts'

const middleOf = ({ viewport }: Editor): Vec => [viewport.get().w / 2, viewport.get().h / 2]

/** The page point in the middle of the viewport. */
export const middleOfView = (editor: Editor): Vec => toPage(editor.camera.get(), middleOf(editor))

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

/** Shows the selection, up to 200 %. */
export function fitSelection(editor: Editor): void {
  const box = selectionBox(selectedShapes(editor))
  if (box) editor.camera.set(fit(box, editor.viewport.get(), 2))
}
