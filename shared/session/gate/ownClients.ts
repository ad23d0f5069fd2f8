import * as Y from 'yjs'
import type { PersonId } from '../ids.ts'
import type { Claims } from './claims.ts'
import { owns } from './ownership.ts'
import { createPlaces } from './places.ts'
import type { Update } from './readUpdate.ts'
import { writersOf } from './writersOf.ts'

/** May somebody go on writing as this client, of which `known` units are here? */
export type IsOwnClient = (client: number, known: number) => boolean

/**
 * Of edits as they are made: nobody goes on writing as a client that somebody else is; as one that nobody claims, only if there
 * is nothing of it here.
 */
export const mayWriteAs =
  (person: PersonId, claims: Claims): IsOwnClient =>
  (client, known) =>
    claims.of(client) === person || (claims.of(client) === undefined && known === 0)

/**
 * Of answers: those, but for what is somebody else's by what they wrote, such as what they had not saved yet when their computer
 * died, which is theirs to bring back; and clients that this person was before, when neither side knows any more.
 */
export function ownClients(
  doc: Y.Doc,
  claims: Claims,
  message: Uint8Array,
  whole: Update,
  person: PersonId,
): IsOwnClient {
  const writers = writersOf(doc, message, whole, claims, { remember: false })
  const may = mayWriteAs(person, claims)
  return (client, known) => {
    if ((writers.get(client) ?? person) !== person) return false
    return may(client, known) || (claims.of(client) === undefined && wroteOnlyOwn(doc, client, person))
  }
}

/** Is all that is left of what this client wrote in records of this person's? */
function wroteOnlyOwn(doc: Y.Doc, client: number, person: PersonId): boolean {
  const places = createPlaces(doc)
  let some = false
  for (const struct of doc.store.clients.get(client) ?? []) {
    if (!(struct instanceof Y.Item) || struct.deleted) continue
    const place = places.ofItem(struct)
    if (place?.id === undefined || !owns(doc, person, place.root, place.id)) return false
    some = true
  }
  return some
}
