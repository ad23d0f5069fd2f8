import type { StepId } from '../../../shared/journey/ids.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { Note } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'

/** What is known of a note besides its text. */
export type NoteFacts = {
  readonly [F in 'status' | 'severity' | 'owner' | 'due' | 'impact' | 'effort' | 'evidence' | 'serves']?:
    | Note[F]
    | undefined
}

/** Says something of several notes; `undefined` takes it away. Edits of one `step` in a row are undone together. */
export function setNoteFacts(
  { workshop, readOnly }: Editor,
  ids: Iterable<ShapeId>,
  facts: NoteFacts,
  step?: Step,
): void {
  const notes = [...ids].filter((id) => workshop.shapes.get(id)?.kind === 'note')
  if (readOnly || notes.length === 0) return
  workshop.change((change) => notes.forEach((id) => change.update(id, facts)), step)
}

/** Says of ideas which frame each serves. One undo step. */
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
