import type { ShapeId } from '../../../shared/model/ids.ts'
import { sectionsAround } from '../../../shared/model/sections.ts'
import type { Section } from '../../../shared/model/shape.ts'
import { selectedShapes, type Editor } from '../editor.ts'

/** The selected sections, bottom to top. */
export const selectedSections = (editor: Editor): readonly Section[] =>
  editor.selected.get().kinds.has('section')
    ? selectedShapes(editor).filter((shape): shape is Section => shape.kind === 'section')
    : []

/** Collapses the selected sections, or opens them if all of them are collapsed. */
export function toggleSelectedSections(editor: Editor): void {
  const sections = selectedSections(editor)
  setCollapsed(editor, sections, !sections.every(({ collapsed }) => collapsed))
}

export const toggleSection = (editor: Editor, section: Section): void =>
  setCollapsed(editor, [section], !section.collapsed)

/** Opens every section that hides a shape, so that it can be seen. */
export function openAround(editor: Editor, id: ShapeId): void {
  const { shapes } = editor.workshop
  const shape = shapes.get(id)
  if (!shape || !shapes.isHidden(id)) return
  const host = shape.kind === 'stamp' && shape.on !== undefined ? shapes.get(shape.on) : undefined
  const around = [shape, ...(host ? [host] : [])].flatMap((one) => sectionsAround(one, shapes.get))
  setCollapsed(editor, around, false)
}

function setCollapsed(editor: Editor, sections: readonly Section[], collapsed: boolean): void {
  // Looking into a locked section changes nothing of what lies in it.
  const others = sections.filter((section) => (section.collapsed ?? false) !== collapsed)
  if (editor.fixed || others.length === 0) return
  editor.workshop.change((change) => {
    for (const { id } of others) change.update(id, { collapsed: collapsed ? true : undefined })
  })
}
