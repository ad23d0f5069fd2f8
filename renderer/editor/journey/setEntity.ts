import type { EntityKind, EntityOf } from '../../../shared/journey/entities.ts'
import type { EntityPatch } from '../../../shared/journey/changeJourneys.ts'
import type { Step } from '../../../shared/model/history.ts'
import type { Editor } from '../editor.ts'

/** Replaces fields of anything a journey is made of. Edits of one `step` in a row are undone together. */
export function setEntity<K extends EntityKind>(
  { workshop, readOnly }: Pick<Editor, 'workshop' | 'readOnly'>,
  kind: K,
  id: EntityOf[K]['id'],
  patch: EntityPatch<K>,
  step?: Step,
): void {
  if (!readOnly && workshop.journeys.get(kind, id))
    workshop.change((change) => change.set(kind, id, patch), step)
}
