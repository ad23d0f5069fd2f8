import * as Y from 'yjs'
import { personId, type PersonId } from '../ids.ts'
import { deletedItems } from './deletedItems.ts'
import { isOwnRoot } from './ownership.ts'
import { createPlaces, type Place } from './places.ts'
import type { Deletes, Update } from './readUpdate.ts'

/**
 * An answer says all that was ever deleted: this is what is still here of it, or comes with it, and whose records it is in.
 */
export function missedDeletes(
  doc: Y.Doc,
  { structs, deletes }: Update,
): { readonly deletes: Deletes[]; readonly owners: ReadonlySet<PersonId> } {
  const places = createPlaces(doc)
  const owners = new Set<PersonId>()
  const missed = deletes.flatMap((each): Deletes[] => {
    const ranges: { clock: number; len: number }[] = []
    for (const { item, clock, len } of deletedItems(doc, [each])) {
      ranges.push({ clock, len })
      const owner = ownerOf(doc, places.ofItem(item))
      if (owner !== undefined) owners.add(owner)
    }
    const known = Y.getState(doc.store, each.client)
    for (const { clock, len } of structs.has(each.client) ? each.ranges : []) {
      const from = Math.max(clock, known)
      if (from < clock + len) ranges.push({ clock: from, len: clock + len - from })
    }
    return ranges.length > 0 ? [{ client: each.client, ranges }] : []
  })
  return { deletes: missed, owners }
}

function ownerOf(doc: Y.Doc, place: Place | undefined): PersonId | undefined {
  if (place?.id === undefined || !isOwnRoot(place.root)) return undefined
  if (place.root === 'ballots') return personId.safeParse(place.id.split(':', 1)[0]).data
  const record = doc.getMap(place.root).get(place.id)
  return record instanceof Y.Map ? personId.safeParse(record.get('by')).data : undefined
}
