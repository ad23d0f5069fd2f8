import { newShapeId, type ShapeId } from '../../shared/model/ids.ts'
import { ordersAbove } from '../../shared/model/order.ts'
import type { Geometry, Section, Stamp } from '../../shared/model/shape.ts'
import type { TestEditor } from './testEditor.ts'

const base = (t: TestEditor, geometry: Geometry) => ({
  id: newShapeId(),
  board: t.editor.board.get(),
  geometry,
  order:
    ordersAbove(
      t
        .shapes()
        .map((shape) => shape.order)
        .toReversed(),
      1,
    )[0] ?? 'a0',
})

/** A section on top of everything there is so far. */
export function addSection(t: TestEditor, geometry: Geometry, more: Partial<Section> = {}): ShapeId {
  const section: Section = {
    ...base(t, geometry),
    kind: 'section',
    text: '',
    style: { color: 'grey' },
    ...more,
  }
  t.editor.workshop.change((change) => change.add(section))
  return section.id
}

/** A stamp of 48 × 48 page units. */
export function addStamp(t: TestEditor, x: number, y: number, more: Partial<Stamp> = {}): ShapeId {
  const stamp: Stamp = { ...base(t, [x, y, 48, 48, 0]), kind: 'stamp', emoji: '👍', ...more }
  t.editor.workshop.change((change) => change.add(stamp))
  return stamp.id
}
