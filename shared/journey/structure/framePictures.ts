import { copyShapes } from '../../model/copyShapes.ts'
import { newGroupId, newShapeId, type ShapeId } from '../../model/ids.ts'
import type { Shape } from '../../model/shape.ts'
import type { Change, Workshop } from '../../model/workshop.ts'
import type { StepId } from '../ids.ts'

/** What is drawn in a step's frame, as it lies in the document: seen from the picture's top-left corner. */
export const picturesIn = ({ shapes }: Pick<Workshop, 'shapes'>, step: StepId): readonly Shape[] =>
  shapes.placement.inFrame(step).flatMap((id) => shapes.placement.stored(id) ?? [])

/** Copies what is drawn in frames into others, at the same places. Notes are somebody's words, and are not copied. */
export function copyPictures(
  workshop: Pick<Workshop, 'shapes'>,
  change: Change,
  to: ReadonlyMap<StepId, StepId>,
): void {
  const drawn = [...to.keys()]
    .flatMap((step) => picturesIn(workshop, step))
    .filter(({ kind }) => kind !== 'note')
  for (const copy of copyShapes(drawn, { shape: newShapeId, group: newGroupId })) {
    const frame = copy.frame && to.get(copy.frame)
    if (frame) change.addStored({ ...copy, frame })
  }
}

/** Puts what is drawn in one frame into another, at the same places. */
export function movePictures(
  { shapes }: Pick<Workshop, 'shapes'>,
  change: Change,
  from: StepId,
  to: StepId,
): void {
  const [dx, dy] = shapes.placement.originOf(to)
  for (const { id, geometry } of picturesIn({ shapes }, from)) {
    const [x, y, w, h, turned] = geometry
    change.update(id, { frame: to, geometry: [x + dx, y + dy, w, h, turned] })
  }
}

/** Removes what is drawn in frames, and stamps on it, but for notes: those belong to whoever wrote them. */
export function removePictures(
  { shapes }: Pick<Workshop, 'shapes'>,
  change: Change,
  steps: Iterable<StepId>,
): void {
  const gone = new Set<ShapeId>()
  for (const step of steps)
    for (const { id, kind } of picturesIn({ shapes }, step)) {
      if (kind === 'note') continue
      gone.add(id)
      for (const other of shapes.referrers(id))
        if (other.kind === 'stamp' && other.on === id) gone.add(other.id)
    }
  for (const id of gone) change.remove(id)
}
