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

/**
 * What others set, and what did not last, in fields that undoing the step would leave empty: an item that the step
 * deleted while somebody set one of its fields, and a field that two people set at once. Yjs takes those for later work
 * of others that must stay, and does not bring back what was there before; but nothing can be read of an item without
 * all its fields. `insertions` are those of the step by now.
 */
export function outlasted(doc: Y.Doc, { deletions }: StackItem, insertions: Ids): Ids {
  const found: Ids[] = []
  const own = Y.mergeDeleteSets([insertions, deletions])
  const add = (item: Y.Item) => {
    if (!item.deleted || item.redone) return
    for (const { client, clock, len } of without(
      { client: item.id.client, clock: item.id.clock, len: item.length },
      own,
    )) {
      const ids = Y.createDeleteSet()
      ids.clients.set(client, [{ clock, len }])
      found.push(ids)
    }
  }
  for (const struct of stretchesOf(deletions).flatMap((stretch) => [...structsIn(doc, stretch)])) {
    if (!(struct instanceof Y.Item) || !struct.deleted) continue
    if (struct.parentSub !== null && isOurs(lastOf(struct), insertions)) eachAfter(struct, add)
    if (struct.content instanceof Y.ContentType)
      for (const last of struct.content.type._map.values()) for (const item of upTo(last)) add(item)
  }
  return Y.mergeDeleteSets(found)
}

const isOurs = ({ id }: Y.Item, insertions: Ids): boolean => Y.isDeleted(insertions, id)

function lastOf(item: Y.Item): Y.Item {
  let last = item
  while (last.right) last = last.right
  return last
}

function eachAfter(item: Y.Item, visit: (item: Y.Item) => void): void {
  for (let next = item.right; next; next = next.right) visit(next)
}

/** All values that a field has had, the last one first. */
function* upTo(last: Y.Item): Generator<Y.Item> {
  for (let item: Y.Item | null = last; item; item = item.left) yield item
}

/** Is all that a step inserted deleted by now? */
export const isGone = (doc: Y.Doc, { insertions }: StackItem): boolean =>
  stretchesOf(insertions).every((stretch) => isDeleted(doc, stretch))

/** Has all that a step inserted been deleted again, and nothing else? Then there is nothing to undo. */
export function isSpent(doc: Y.Doc, item: StackItem): boolean {
  const { insertions, deletions } = item
  return (
    isGone(doc, item) && stretchesOf(deletions).every((stretch) => without(stretch, insertions).length === 0)
  )
}

function isDeleted(doc: Y.Doc, stretch: Stretch): boolean {
  for (const struct of structsIn(doc, stretch)) if (!struct.deleted) return false
  return true
}

/** All that touch a stretch. */
function* structsIn(doc: Y.Doc, { client, clock, len }: Stretch): Generator<Y.Item | Y.GC> {
  const structs = doc.store.clients.get(client)
  if (!structs) return
  for (let index = Y.findIndexSS(structs, clock); index < structs.length; index++) {
    const struct = structs[index]
    if (!struct || struct.id.clock >= clock + len) return
    yield struct
  }
}

function stretchesOf(ids: Ids): Stretch[] {
  return [...ids.clients].flatMap(([client, items]) =>
    items.map(({ clock, len }) => ({ client, clock, len })),
  )
}

/** Where the pieces of a stretch were brought back to, one by one. */
function copiesOf(doc: Y.Doc, stretch: Stretch): Stretch[] {
  const { clock, len } = stretch
  const copies: Stretch[] = []
  for (const struct of structsIn(doc, stretch)) {
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
