import type { Editor } from '../editor.ts'
import { changeableShapes } from '../units.ts'

/** Removes what is selected and not locked. Returns how many it was. */
export function deleteSelection(editor: Editor): number {
  const shapes = changeableShapes(editor)
  if (shapes.length === 0) return 0
  editor.workshop.change((change) => {
    for (const { id } of shapes) change.remove(id)
  })
  return shapes.length
}
