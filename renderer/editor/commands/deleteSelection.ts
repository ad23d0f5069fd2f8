import { selectedShapes, type Editor } from '../editor.ts'

/** Removes what is selected. Returns how many it was. */
export function deleteSelection(editor: Editor): number {
  const shapes = selectedShapes(editor)
  if (shapes.length === 0) return 0
  editor.workshop.change((change) => {
    for (const { id } of shapes) change.remove(id)
  })
  return shapes.length
}
