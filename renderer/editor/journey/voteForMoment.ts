import type { MomentId } from '../../../shared/journey/ids.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Editor } from '../editor.ts'

/** Says for one person that a moment matters, or takes that back. */
export function voteForMoment(
  { workshop, readOnly }: Editor,
  by: PersonId,
  on: MomentId,
  matters: boolean,
): void {
  if (readOnly) return
  workshop.change((change) =>
    matters ? change.cast({ v: 1, kind: 'vote', by, on }) : change.withdraw({ kind: 'vote', by, on }),
  )
}
