import * as Y from 'yjs'

const counts = new WeakMap<Y.Doc, { units: number }>()

/**
 * How many units (letters, values) of a document have been deleted so far. It only grows, and is the same for all who have the
 * same deletions. Takes as long as there are structs when a document is asked about first, which is not to be in the middle
 * of a change; from then on it is followed.
 */
export function deletedUnits(doc: Y.Doc): number {
  const known = counts.get(doc)
  if (known) return known.units
  const count = { units: allIn(doc) }
  counts.set(doc, count)
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    count.units += newIn(transaction)
  })
  return count.units
}

function allIn({ store }: Y.Doc): number {
  let units = 0
  for (const structs of store.clients.values())
    for (const { deleted, length } of structs) if (deleted) units += length
  return units
}

function newIn({ doc, deleteSet, beforeState, afterState }: Y.Transaction): number {
  let units = 0
  for (const ranges of deleteSet.clients.values()) for (const { len } of ranges) units += len
  // What others have thrown away already comes as it is.
  for (const [client, end] of afterState) {
    const start = beforeState.get(client) ?? 0
    const structs = doc.store.clients.get(client)
    if (end <= start || !structs) continue
    for (let at = Y.findIndexSS(structs, start); at < structs.length; at++) {
      const struct = structs[at]
      if (struct instanceof Y.GC && !Y.isDeleted(deleteSet, struct.id)) units += struct.length
    }
  }
  return units
}
