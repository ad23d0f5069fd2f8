import type { Emotion } from '../../../shared/journey/entities.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Editor } from '../editor.ts'

/** What one person says a step feels like, beside what the group has settled on; nothing takes it back. */
export function sayFeeling(
  { workshop, readOnly }: Editor,
  by: PersonId,
  on: StepId,
  feeling: Emotion | undefined,
): void {
  if (readOnly) return
  workshop.change((change) =>
    feeling === undefined
      ? change.withdraw({ kind: 'feel', by, on })
      : change.cast({ v: 1, kind: 'feel', by, on, feeling }),
  )
}
