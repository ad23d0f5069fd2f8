import { sectionsAround } from '../../shared/model/sections.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Editor } from './editor.ts'

/** May it not be changed here: because it is locked, or because this person may not change it? */
export const isLocked = (editor: Pick<Editor, 'workshop'>, shape: Shape): boolean =>
  !editor.workshop.mayChange(shape) || hasLock(editor, shape)

/** Is the shape locked, by itself or because a section is that it lies in? A locked section is one unit. */
export function hasLock({ workshop }: Pick<Editor, 'workshop'>, shape: Shape): boolean {
  if (shape.locked) return true
  if (shape.section === undefined) return false
  return sectionsAround(shape, workshop.shapes.get).some(({ locked }) => locked)
}
