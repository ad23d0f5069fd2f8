import * as Y from 'yjs'
import { personId, type PersonId } from '../ids.ts'
import type { Claims } from './claims.ts'
import type { Update } from './readUpdate.ts'

/**
 * Whose edits an answer brings: of each client the person who is known to write as it, else the one whom all records name that
 * were made as it, here and in the answer; with `remember` they are known to write as it from then on. Nobody for clients of
 * which neither can be said.
 */
export function writersOf(
  doc: Y.Doc,
  message: Uint8Array,
  { structs }: Update,
  claims: Claims,
  { remember }: { readonly remember: boolean },
): Map<number, PersonId> {
  const writers = new Map<number, PersonId>()
  const unknown = new Set<number>()
  for (const client of structs.keys()) {
    const owner = claims.of(client)
    if (owner === undefined) unknown.add(client)
    else writers.set(client, owner)
  }
  if (unknown.size === 0) return writers
  const { structs: brought } = Y.decodeUpdate(message)
  for (const client of unknown) {
    const here = doc.store.clients.get(client) ?? []
    const names = new Set([...here, ...brought.filter(({ id }) => id.client === client)].flatMap(nameIn))
    const [name] = names
    if (names.size !== 1 || name === undefined) continue
    if (!remember || claims.claim(client, name)) writers.set(client, name)
  }
  return writers
}

/** What a record says of whoever made it: its field `by`. */
function nameIn(struct: { readonly id: Y.ID }): PersonId[] {
  if (!(struct instanceof Y.Item) || struct.parentSub !== 'by') return []
  const by = personId.safeParse(struct.content.getContent()[0]).data
  return by === undefined ? [] : [by]
}
