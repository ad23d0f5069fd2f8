import type { ShapeId } from '../../../shared/model/ids.ts'
import { sectionOf } from '../../../shared/model/sections.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'

/**
 * Removes shapes, and the stamps on them. What lies in a removed section stays on the board, in the section around it,
 * if there is one, and is selected. One undo step. Returns how many shapes were named that were there.
 */
export function removeShapes(editor: Editor, ids: Iterable<ShapeId>): number {
  const { workshop, selection } = editor
  const { shapes } = workshop
  const named = [...ids].flatMap((id) => shapes.get(id) ?? [])
  if (named.length === 0 || editor.readOnly) return 0
  const gone = new Set(named.map(({ id }) => id))
  const freed: Shape[] = []
  for (const shape of named)
    for (const other of shapes.referrers(shape.id)) {
      if (other.kind === 'stamp' && other.on === shape.id) gone.add(other.id)
      else if (other.section === shape.id && !gone.has(other.id)) freed.push(other)
    }
  const stay = freed.filter(({ id }) => !gone.has(id))
  workshop.change((change) => {
    for (const shape of stay) change.update(shape.id, { section: sectionThatStays(editor, shape, gone) })
    // Stamps before what they are on: whoever may remove that may remove them with it.
    for (const id of [...gone].toReversed()) change.remove(id)
  })
  if (stay.length > 0) selection.set(new Set(stay.map(({ id }) => id)))
  return named.length
}

/** The nearest section around the shape that is not removed. */
function sectionThatStays(
  { workshop }: Editor,
  shape: Shape,
  gone: ReadonlySet<ShapeId>,
): ShapeId | undefined {
  const passed = new Set<ShapeId>([shape.id])
  for (let next = sectionOf(shape, workshop.shapes.get); next; next = sectionOf(next, workshop.shapes.get)) {
    if (passed.has(next.id)) return undefined
    if (!gone.has(next.id)) return next.id
    passed.add(next.id)
  }
  return undefined
}
