import * as Y from 'yjs'
import { encodeFrame, type Frame } from './frame.ts'
import { logError } from './log.ts'

export interface Snapshot {
  readonly stateVector: Uint8Array
  readonly frame: Frame
}

/**
 * Everything that `updates` amount to, as one update that was read back and found equal. Undefined if it was not
 * equal, or if an update cannot be read or compared, or lacks another that it builds on: then the log must be
 * read as it is.
 */
export function makeSnapshot(updates: readonly Uint8Array[]): Snapshot | undefined {
  try {
    return snapshotOf(updates)
  } catch (error) {
    // Updates come from files that anyone may have made, and Yjs throws plain errors at what it cannot decode or
    // nests too deep: there is nothing to tell them by. A log without a snapshot is only slower to read.
    logError('snapshot', error)
    return undefined
  }
}

function snapshotOf(updates: readonly Uint8Array[]): Snapshot | undefined {
  const original = documentOf(updates)
  if (original.store.pendingStructs || original.store.pendingDs) return undefined
  const update = Y.encodeStateAsUpdate(original)
  const copy = documentOf([update])
  const stateVector = Y.encodeStateVector(original)
  const equal =
    Buffer.from(stateVector).equals(Y.encodeStateVector(copy)) &&
    Y.equalSnapshots(Y.snapshot(original), Y.snapshot(copy)) &&
    contentOf(original) === contentOf(copy)
  return equal ? { stateVector, frame: encodeFrame(update) } : undefined
}

function documentOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc()
  // In one transaction, which is twice as fast.
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update)
  })
  return doc
}

/** What a reader of the document sees, the same for equal documents. Empty maps at the root are not told apart. */
function contentOf(doc: Y.Doc): string {
  const roots = [...doc.share.keys()].toSorted().map((name) => [name, doc.getMap(name).toJSON()] as const)
  return JSON.stringify(
    roots.filter(([, map]) => Object.keys(map).length > 0),
    sortKeys,
  )
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof Uint8Array)
    return value
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
