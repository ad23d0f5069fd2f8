import * as Y from 'yjs'
import { insertionsNow, outlasted, type StackItem } from './historyItems.ts'
import { ROOTS } from './roots.ts'

/** An edit as stretches of client, clock and length. */
export interface Edit {
  readonly wrote: readonly (readonly [client: number, clock: number, len: number])[]
  readonly deleted: readonly (readonly [client: number, clock: number, len: number])[]
}

/**
 * Takes back one's own edit that a peer did not take, wherever it is among others: what it wrote goes, what it deleted comes
 * back. Later edits stay. Only what this window wrote itself goes, whoever asks for more.
 *
 * Whoever gets `refused` with an edit calls this, and then has the peers ask for what they lack (step 1 to this side, or the
 * next beat): until then everything later of this client is `early` to them. Their gate judges the answer by what comes of it, and an
 * edit together with what took it back comes to nothing: it passes, and all are in step again. False if there was nothing left
 * to take back, or if what was deleted is not kept here any more: then only a new copy from the host helps.
 */
export function retract(doc: Y.Doc, { wrote, deleted }: Edit, written: (client: number) => boolean): boolean {
  const roots = ROOTS.map((root) => doc.getMap(root))
  const manager = new Y.UndoManager(roots, { trackedOrigins: new Set() })
  const item: StackItem = {
    insertions: idsOf(
      doc,
      wrote.filter(([client]) => written(client)),
    ),
    deletions: idsOf(doc, deleted),
    meta: new Map(),
  }
  const own = insertionsNow(doc, item)
  item.insertions = Y.mergeDeleteSets([own, outlasted(doc, item, own)])
  manager.undoStack.push(item)
  const done = manager.undo() !== null
  manager.destroy()
  return done
}

/** Only of what is here: a claim of more is cut short. */
function idsOf(doc: Y.Doc, stretches: Edit['wrote']): StackItem['insertions'] {
  const all = stretches.flatMap(([client, clock, len]) => {
    const end = Math.min(clock + len, Y.getState(doc.store, client))
    if (end <= clock) return []
    const ids = Y.createDeleteSet()
    ids.clients.set(client, [{ clock, len: end - clock }])
    return [ids]
  })
  return Y.mergeDeleteSets(all)
}
