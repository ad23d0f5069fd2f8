import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Stamp } from '../../../shared/model/shape.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { Editor } from '../editor.ts'
import { stampOn } from './addStamps.ts'

/** The stamp by which somebody votes from where no board is seen. */
const THUMB = '👍'

/** The stamp that this person has put on a note. */
export const votedFor = ({ workshop }: Editor, by: PersonId, note: ShapeId): Stamp | undefined =>
  workshop.shapes
    .referrers(note)
    .find((shape): shape is Stamp => shape.kind === 'stamp' && shape.on === note && shape.by === by)

/** Puts this person's stamp on a note, or takes it away. */
export function voteForNote(editor: Editor, by: PersonId, id: ShapeId, wanted: boolean): void {
  const { workshop, readOnly } = editor
  const [note, stamp] = [workshop.shapes.get(id), votedFor(editor, by, id)]
  if (readOnly || !note || (stamp !== undefined) === wanted) return
  workshop.change((change) => (stamp ? change.remove(stamp.id) : change.add(stampOn(editor, note, THUMB))))
}
