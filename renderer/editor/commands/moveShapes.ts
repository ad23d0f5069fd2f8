import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { carriedBy } from '../carried.ts'
import { isCard } from '../journey/cellsOnBoard.ts'
import { movedShape } from '../preview.ts'
import { settleInSections } from '../settleInSections.ts'

/** Shapes that go the same way. */
export interface Move {
  readonly ids: Iterable<ShapeId>
  /** Page units. */
  readonly by: Vec
}

/** Moves by page units, with what they carry. What somebody has deleted meanwhile, or locked, is left out. */
export function moveShapes(editor: Editor, ids: Iterable<ShapeId>, by: Vec, step?: Step): void {
  moveEach(editor, [{ ids, by }], step)
}

/** Several moves at once, in one transaction, which `also` may add to. What is carried by two of them goes with the first. */
export function moveEach(
  editor: Editor,
  moves: readonly Move[],
  step?: Step,
  also?: (change: Change) => void,
): void {
  const { workshop } = editor
  const real = moves.filter(({ by }) => by[0] !== 0 || by[1] !== 0)
  if (real.length === 0 && !also) return
  const moved = new Map<ShapeId, Shape>()
  workshop.change((change) => {
    for (const { ids, by } of real) {
      const carried = carriedBy(editor, ids)
      for (const id of carried) {
        const shape = workshop.shapes.get(id)
        const view = shape && workshop.shapes.placement.viewOf(shape)
        // What a map or a storyboard places is where it was, as seen from there.
        if (!shape || moved.has(id) || (view !== undefined && carried.has(view))) continue
        const after = asLarge(editor, movedShape(shape, by))
        moved.set(id, after)
        // Where a card lies follows from the cell it settles in.
        if (isCard(editor, shape)) continue
        change.update(
          id,
          after.kind === 'connector'
            ? { geometry: after.geometry, start: after.start, end: after.end }
            : { geometry: after.geometry },
        )
      }
    }
    settleInSections(editor, change, [...moved.values()])
    also?.(change)
  }, step)
}

/** Stamps on cards are shown small; elsewhere they are as large as they were made. */
function asLarge({ workshop }: Editor, shape: Shape): Shape {
  const stored = shape.kind === 'stamp' ? workshop.shapes.placement.stored(shape.id) : undefined
  if (!stored) return shape
  const [x, y, w, h, turned] = shape.geometry
  const [, , width, height] = stored.geometry
  return { ...shape, geometry: [x - (width - w) / 2, y - (height - h) / 2, width, height, turned] }
}
