import * as Y from 'yjs'

/** A step of the history: what it inserted and what it deleted. */
export type StackItem = Y.UndoManager['undoStack'][number]
/** Ids in a document: which stretches of which client's. */
type Ids = StackItem['insertions']
type Stretch = Readonly<{ client: number; clock: number; len: number }>

/**
 * What a step inserted, and all that stands in for it now: what is deleted and brought back by undo lives on under new
 * ids, and what was one piece when it was typed may have been brought back in several by now. What the step deleted
 * is left out, since undo is to bring that back.
 */
export function insertionsNow(doc: Y.Doc, { insertions, deletions }: StackItem): Ids {
  const all = [insertions]
  const open = stretchesOf(insertions)
  for (let stretch = open.pop(); stretch; stretch = open.pop())
    for (const copy of copiesOf(doc, stretch).flatMap((each) => without(each, deletions))) {
      const ids = Y.createDeleteSet()
      ids.clients.set(copy.client, [{ clock: copy.clock, len: copy.len }])
      all.push(ids)
      open.push(copy)
    }
  return Y.mergeDeleteSets(all)
}

/** Has all that a step inserted been deleted again, and nothing else? Then there is nothing to undo. */
export function isSpent(doc: Y.Doc, { insertions, deletions }: StackItem): boolean {
  return (
    stretchesOf(insertions).every((stretch) => isDeleted(doc, stretch)) &&
    stretchesOf(deletions).every((stretch) => without(stretch, insertions).length === 0)
  )
}

function isDeleted(doc: Y.Doc, { client, clock, len }: Stretch): boolean {
  const structs = doc.store.clients.get(client) ?? []
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= clock + len) break
    if (!struct.deleted) return false
  }
  return true
}

function stretchesOf(ids: Ids): Stretch[] {
  return [...ids.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, len })),
  )
}

/** Where the pieces of a stretch were brought back to, one by one. */
function copiesOf(doc: Y.Doc, { client, clock, len }: Stretch): Stretch[] {
  const structs = doc.store.clients.get(client)
  if (!structs) return []
  const copies: Stretch[] = []
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= clock + len) break
    if (!(struct instanceof Y.Item) || !struct.redone) continue
    // Of the first and the last piece it may be a part that is meant.
    const start = Math.max(clock, struct.id.clock)
    const end = Math.min(clock + len, struct.id.clock + struct.length)
    const { redone } = struct
    copies.push({ client: redone.client, clock: redone.clock + start - struct.id.clock, len: end - start })
  }
  return copies
}

function without({ client, clock, len }: Stretch, ids: Ids): Stretch[] {
  const left: Stretch[] = []
  let from = clock
  for (const gap of ids.clients.get(client) ?? []) {
    if (gap.clock + gap.len <= from) continue
    if (gap.clock >= clock + len) break
    if (gap.clock > from) left.push({ client, clock: from, len: gap.clock - from })
    from = gap.clock + gap.len
  }
  if (from < clock + len) left.push({ client, clock: from, len: clock + len - from })
  return left
}
