import type { EntityKind, EntityOf } from '../../../shared/journey/entities.ts'
import type { EntityPatch } from '../../../shared/journey/changeJourneys.ts'
import { reorder } from '../../../shared/journey/reorder.ts'
import type { Editor } from '../editor.ts'

/** Puts one of a list at another place in it, counted without itself. Returns whether anything changed. */
export function moveEntity<K extends EntityKind>(
  { workshop, readOnly }: Pick<Editor, 'workshop' | 'readOnly'>,
  kind: K,
  list: readonly EntityOf[K][],
  id: EntityOf[K]['id'],
  index: number,
): boolean {
  const orders = reorder<EntityOf[K]>(list, id, index)
  if (readOnly || orders.size === 0) return false
  workshop.change((change) => {
    for (const [one, order] of orders) change.set(kind, one, { order } as EntityPatch<K>)
  })
  return true
}
