import { sectionsAround } from '../../shared/model/sections.ts'
import type { Shape } from '../../shared/model/shape.ts'
import type { Editor } from './editor.ts'

/** Is the shape locked, by itself or because a section is that it lies in? A locked section is one unit. */
export function isLocked({ workshop }: Pick<Editor, 'workshop'>, shape: Shape): boolean {
  if (shape.locked) return true
  if (shape.section === undefined) return false
  return sectionsAround(shape, workshop.shapes.get).some(({ locked }) => locked)
}
