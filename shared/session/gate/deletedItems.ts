import * as Y from 'yjs'
import { LIMITS } from './limits.ts'
import type { Deletes } from './readUpdate.ts'
import { must } from './refusal.ts'

/** What is deleted of an item. */
export interface Deleted {
  readonly item: Y.Item
  readonly clock: number
  readonly len: number
}

/** What a deletion hits in the document: items that are still there. Nothing twice, since its stretches are apart. */
export function* deletedItems(doc: Y.Doc, deletes: readonly Deletes[]): Generator<Deleted> {
  let looked = 0
  for (const { client, ranges } of deletes) {
    const structs = doc.store.clients.get(client)
    if (!structs) continue
    const known = Y.getState(doc.store, client)
    for (const { clock, len } of ranges) {
      if (clock >= known) break
      for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
        const struct = structs[index]
        if (!struct || struct.id.clock >= clock + len) break
        must(++looked <= LIMITS.touched * 10, 'too-large')
        if (!(struct instanceof Y.Item) || struct.deleted) continue
        const from = Math.max(clock, struct.id.clock)
        const to = Math.min(clock + len, struct.id.clock + struct.length)
        yield { item: struct, clock: from, len: to - from }
      }
    }
  }
}
