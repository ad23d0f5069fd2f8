import * as Y from 'yjs'
import type { PersonId } from '../ids.ts'
import type { Claims } from './claims.ts'
import { deletedItems } from './deletedItems.ts'
import { owns } from './ownership.ts'
import { createPlaces } from './places.ts'
import type { Struct, Update } from './readUpdate.ts'

/**
 * Of an answer, which brings everybody's edits, what one person may bring: what they wrote as themselves, or as clients of whom nobody
 * has heard and that are not `others`', and deletions of what is theirs. All else comes from those whose it is, or from a
 * facilitator.
 */
export function ownPart(
  doc: Y.Doc,
  { structs, deletes }: Update,
  person: PersonId,
  claims: Claims,
  others: (client: number) => boolean,
): Update {
  const kept = new Map<number, readonly Struct[]>()
  for (const [client, own] of structs) {
    const known = Y.getState(doc.store, client)
    if (others(client)) continue
    if (mayWriteAs(client, person, claims, known) && own.some(({ clock, len }) => clock + len > known))
      kept.set(client, own)
  }
  const places = createPlaces(doc)
  const found = new Map<number, { clock: number; len: number }[]>()
  const keep = (client: number, clock: number, len: number) => {
    const ranges = found.get(client)
    if (ranges) ranges.push({ clock, len })
    else found.set(client, [{ clock, len }])
  }
  for (const each of deletes) {
    for (const { item, clock, len } of deletedItems(doc, [each])) {
      const place = places.ofItem(item)
      if (place?.id !== undefined && owns(doc, person, place.root, place.id)) keep(each.client, clock, len)
    }
    const known = Y.getState(doc.store, each.client)
    for (const { clock, len } of kept.has(each.client) ? each.ranges : []) {
      const from = Math.max(clock, known)
      if (from < clock + len) keep(each.client, from, clock + len - from)
    }
  }
  return {
    structs: kept,
    deletes: [...found].map(([client, ranges]) => ({ client, ranges: merged(ranges) })),
  }
}

/**
 * Nobody goes on writing as a client that somebody else is; as one that nobody claims, only if there is nothing of it here
 * (`known` units).
 */
export function mayWriteAs(client: number, person: PersonId, claims: Claims, known: number): boolean {
  const owner = claims.of(client)
  return owner === undefined ? known === 0 : owner === person
}

/** In order, and apart. */
function merged(ranges: readonly { clock: number; len: number }[]): { clock: number; len: number }[] {
  const all: { clock: number; len: number }[] = []
  for (const { clock, len } of ranges.toSorted((a, b) => a.clock - b.clock)) {
    const last = all.at(-1)
    if (last && last.clock + last.len >= clock) last.len = Math.max(last.len, clock + len - last.clock)
    else all.push({ clock, len })
  }
  return all
}
