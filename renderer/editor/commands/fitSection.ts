import type { Box } from '../../../shared/geometry/box.ts'
import { center } from '../../../shared/geometry/box.ts'
import { boundsOf, limitGeometry, type Section, type Shape } from '../../../shared/model/shape.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import type { Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'
import { isOver, settleInSections } from '../settleInSections.ts'
import { boxAround, contentFor } from './createSection.ts'
import { selectedSections } from './foldSections.ts'

/** Makes the selected sections just as large as what lies in them needs. */
export function fitSelectedSections(editor: Editor): void {
  const fits = selectedSections(editor).flatMap((section): readonly (readonly [Section, Box])[] => {
    const box = isLocked(editor, section) ? undefined : boxAround(membersOf(editor, section))
    return box ? [[section, box]] : []
  })
  if (editor.fixed || fits.length === 0) return
  editor.workshop.change((change) => {
    for (const [section, { x, y, w, h }] of fits)
      change.update(section.id, { geometry: limitGeometry([x, y, w, h, section.geometry[4]]) })
  })
}

/** What lies in a section itself, not in sections in it. */
export const membersOf = ({ workshop }: Editor, section: Section): readonly Shape[] =>
  workshop.shapes.referrers(section.id).filter((shape) => shape.section === section.id)

/**
 * After a section was made larger or smaller: what now lies wholly within it belongs to it, and what it has left behind
 * no longer does. Call it in the transaction that resizes it.
 */
export function settleResized(editor: Editor, change: Change, section: Section): void {
  if (section.collapsed) return
  const left = membersOf(editor, section).filter((shape) => !isOver(section, center(boundsOf(shape))))
  for (const { id } of contentFor(editor, section)) change.update(id, { section: section.id })
  settleInSections(editor, change, [section])
  settleInSections(editor, change, left, [section])
}
