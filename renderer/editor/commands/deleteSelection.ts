import type { Editor } from '../editor.ts'
import { changeableShapes } from '../units.ts'
import { removeShapes } from './removeShapes.ts'

/** Removes what is selected and not locked. Returns how many it was. */
export function deleteSelection(editor: Editor): number {
  return removeShapes(
    editor,
    changeableShapes(editor).map(({ id }) => id),
  )
}
