import type { Vec } from '../../../shared/geometry/vec.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../editor.ts'
import { viewAt } from './viewsOnBoard.ts'

/** The map or storyboard that was pressed last. */
const last = new WeakMap<Editor, ShapeId>()

/** Keys mean the view that was pressed last: to be told where it was. */
export function rememberView(editor: Editor, point: Vec): void {
  const view = viewAt(editor, point)
  if (view) last.set(editor, view.id)
}

export const lastViewOf = (editor: Editor): ShapeId | undefined => last.get(editor)
