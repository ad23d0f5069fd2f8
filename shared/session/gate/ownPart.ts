import * as Y from 'yjs'
import type { PersonId } from '../ids.ts'
import { deletedItems } from './deletedItems.ts'
import { owns, ridesOnOwn } from './ownership.ts'
import type { IsOwnClient } from './ownClients.ts'
import { createPlaces, type Place } from './places.ts'
import type { Struct, Update } from './readUpdate.ts'

export interface OwnPart {
  readonly update: Update
  /** Something of others came along, and was left out. */
  readonly leftOut: boolean
}

/**
 * Of an answer, which brings everybody's edits, what one person may bring: what they wrote as clients of theirs, and deletions of
 * what is theirs. All else comes from those whose it is, or from a facilitator. `values`: also deletions of single fields' values;
 * what took the place of one may be somebody else's, and be left out.
 */
export function ownPart(
  doc: Y.Doc,
  { structs, deletes }: Update,
  person: PersonId,
  isOwn: IsOwnClient,
  values: boolean,
): OwnPart {
  const kept = new Map<number, readonly Struct[]>()
  let leftOut = false
  for (const [client, own] of structs) {
    const known = Y.getState(doc.store, client)
    if (own.every(({ clock, len }) => clock + len <= known)) continue
    if (isOwn(client, known)) kept.set(client, own)
    else leftOut = true
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
      const isValue = place?.field !== undefined && item.parentSub !== null
      if (goesWithOwn(doc, person, place) && (values || !isValue)) keep(each.client, clock, len)
    }
    const known = Y.getState(doc.store, each.client)
    for (const { clock, len } of kept.has(each.client) ? each.ranges : []) {
      const from = Math.max(clock, known)
      if (from < clock + len) keep(each.client, from, clock + len - from)
    }
  }
  const own = [...found].map(([client, ranges]) => ({ client, ranges: merged(ranges) }))
  return { update: { structs: kept, deletes: own }, leftOut }
}

function goesWithOwn(doc: Y.Doc, person: PersonId, place: Place | undefined): boolean {
  if (place?.id === undefined) return false
  return owns(doc, person, place.root, place.id) || ridesOnOwn(doc, person, place.root, place.id)
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
