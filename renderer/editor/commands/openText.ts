import type { ShapeId } from '../../../shared/model/ids.ts'
import { hasText } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'

/** Can the text of a shape be typed into? */
export function canType({ workshop, readOnly }: Editor, id: ShapeId): boolean {
  const shape = workshop.shapes.get(id)
  return shape !== undefined && hasText(shape) && !isLocked({ workshop }, shape) && !readOnly
}

/** Opens the text of a shape for typing, if it has one and is not locked. */
export function openText(editor: Editor, id: ShapeId): void {
  if (canType(editor, id)) editor.editing.set(id)
}
