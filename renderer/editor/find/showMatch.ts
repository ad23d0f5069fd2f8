import { sectionsAround } from '../../../shared/model/sections.ts'
import { boundsOf } from '../../../shared/model/shape.ts'
import { fit } from '../camera.ts'
import { reveal } from '../commands/lookAt.ts'
import { selectShape } from '../commands/selectShape.ts'
import type { Editor } from '../editor.ts'
import type { Match } from './match.ts'

/** Smaller than this, text cannot be read. */
const LEAST_ZOOM = 0.4
const READABLE = 0.8

/**
 * Goes to the board of a match, selects its shape and brings it into view, large enough to be read. Of what lies in a
 * collapsed section the section is shown.
 */
export function showMatch(editor: Editor, { board, shape: id }: Match): void {
  const { shapes } = editor.workshop
  const shape = shapes.get(id)
  if (!shape) return
  editor.showBoard(board)
  editor.editing.set(null)
  const shown = sectionsAround(shape, shapes.get).findLast(({ collapsed }) => collapsed) ?? shape
  selectShape(editor, shown, { deep: true })
  if (editor.camera.get().zoom < LEAST_ZOOM)
    editor.camera.set(fit(boundsOf(shown), editor.viewport.get(), READABLE))
  else reveal(editor, shown.id)
}
