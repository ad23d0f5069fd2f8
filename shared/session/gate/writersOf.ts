import * as Y from 'yjs'
import { personId, type PersonId } from '../ids.ts'
import type { Claims } from './claims.ts'
import type { Update } from './readUpdate.ts'

/**
 * Whose edits an answer brings: of each client the person who is known to write as it, else the one whom all records name that
 * were made as it. Nobody for clients of which neither can be said.
 */
export function writersOf(message: Uint8Array, { structs }: Update, claims: Claims): Map<number, PersonId> {
  const writers = new Map<number, PersonId>()
  const unknown = new Set<number>()
  for (const client of structs.keys()) {
    const owner = claims.of(client)
    if (owner === undefined) unknown.add(client)
    else writers.set(client, owner)
  }
  if (unknown.size === 0) return writers
  for (const [client, names] of namesIn(message, unknown)) {
    const [name] = names
    if (names.size === 1 && name !== undefined) writers.set(client, name)
  }
  return writers
}

/** What the records say that were made as these clients: their field `by`. */
function namesIn(message: Uint8Array, clients: ReadonlySet<number>): Map<number, Set<PersonId>> {
  const found = new Map<number, Set<PersonId>>()
  for (const struct of Y.decodeUpdate(message).structs) {
    if (!(struct instanceof Y.Item) || struct.parentSub !== 'by' || !clients.has(struct.id.client)) continue
    const by = personId.safeParse(struct.content.getContent()[0]).data
    if (by === undefined) continue
    const names = found.get(struct.id.client) ?? new Set<PersonId>()
    found.set(struct.id.client, names.add(by))
  }
  return found
}
