import type { StepId } from '../../../shared/journey/ids.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Editor } from '../editor.ts'

/** Says of ideas which frame each serves; `undefined` for none. One undo step. */
export function setServes(
  { workshop, readOnly }: Editor,
  served: ReadonlyMap<ShapeId, StepId | undefined>,
): void {
  if (readOnly) return
  workshop.change((change) => {
    for (const [id, serves] of served)
      if (workshop.shapes.get(id)?.kind === 'note') change.update(id, { serves })
  })
}
