import * as Y from 'yjs'
import { AppError, codeOf, type ErrorCode } from '../../shared/ipc/errors.ts'
import { connect, type Connection, type Port } from '../../shared/ipc/rpc.ts'
import { workshopContract, type Durable } from '../../shared/ipc/workshopContract.ts'
import { FROM_STORE } from '../../shared/model/origins.ts'
import { createStore, type Store } from '../../shared/util/store.ts'
import { encodedProgress } from '../../shared/session/vectors.ts'
import { toBase64url } from '../../shared/util/base64url.ts'
import type { AssetKeeper } from './assets.ts'

/** Where the user's newest edit is. */
export type SaveState =
  | { readonly kind: 'saved' }
  | { readonly kind: 'saving' }
  /** In this computer's recovery journal; the file itself cannot be written at the moment. */
  | { readonly kind: 'savedHere' }
  | { readonly kind: 'notSaved'; readonly code: ErrorCode }
  /** The file is open for reading only. */
  | { readonly kind: 'readOnly' }

/** What the store said about the file when it was loaded. */
export interface Loaded {
  readonly lineage: string
  readonly readOnly: boolean
  /** Edits that came back from the recovery journal. */
  readonly recovered: number
}

/** Keeps the workshop file up to date with a document, through any number of store processes. */
export interface Saver {
  readonly state: Store<SaveState>
  /** How far the file is (`encodedProgress`), base64url: all of this has been confirmed to be in it. Nothing before it was read. */
  readonly persisted: Store<string | undefined>
  /** A store is there: load what it has, then send what no store has confirmed. Rejects with an AppError. */
  attach(port: Port): Promise<Loaded>
  /** The store is gone. What it had not confirmed is kept for the next one. */
  detach(): void
  /** Resolves once everything so far is durable (true), or when it could not be made so (false). */
  flush(): Promise<boolean>
  /** Keeps a small picture for the start screen, or with null none. Does nothing without a store. */
  saveThumbnail(png: Uint8Array<ArrayBuffer> | null): Promise<void>
  dispose(): void
}

/** After this long without a confirmation "Saving" becomes "Not saved". ms */
const OVERDUE_MS = 5000
/** Between tries after a failure. ms */
const RETRY_MS = 1000
/** Updates are merged until they are so long together, bytes: merging many takes long (sync.md, 8). */
const MOST_BATCH_BYTES = 128 * 1024

export function createSaver(doc: Y.Doc, assets: AssetKeeper): Saver {
  const state = createStore<SaveState>({ kind: 'saving' })
  const persisted = createStore<string | undefined>(undefined)
  /** How far the store has confirmed to be, in the file or in the journal; nothing while that cannot be said. */
  let confirmed: string | undefined
  let store: Connection<typeof workshopContract> | undefined
  let loading: typeof store
  let attached = false
  /** Counts up whenever the store changes: what an earlier one still says is not listened to. */
  let turn = 0
  let readOnly = false
  let unsaved: Uint8Array[] = []
  let writing: Promise<void> | undefined
  let retry: ReturnType<typeof setTimeout> | undefined
  let overdue: ReturnType<typeof setTimeout> | undefined

  // Before loading: an edit made meanwhile must be saved too.
  doc.on('update', onUpdate)
  const stopAssets = assets.onAdded(() => {
    if (readOnly) return
    show({ kind: 'saving' })
    write()
  })

  const hasUnsaved = (): boolean => unsaved.length > 0 || (!readOnly && assets.unstored().length > 0)

  function onUpdate(update: Uint8Array, origin: unknown): void {
    if (origin === FROM_STORE || readOnly) return
    unsaved.push(update)
    show({ kind: 'saving' })
    write()
  }

  function show(next: SaveState): void {
    const now = state.get()
    if (next.kind === 'saving' && now.kind === 'notSaved') return // until it is saved, it is not
    if (next.kind !== 'saving') clearTimeout(overdue)
    else if (now.kind !== 'saving' || overdue === undefined) expectConfirmation()
    state.set(next)
  }

  /** From now on the oldest unconfirmed edit may take so long, and no longer. */
  function expectConfirmation(): void {
    clearTimeout(overdue)
    overdue = setTimeout(() => show({ kind: 'notSaved', code: 'store-lost' }), OVERDUE_MS)
  }

  function write(): void {
    clearTimeout(retry)
    if (store && !writing) writing = writeAll(store).finally(() => (writing = undefined))
  }

  /** One write at a time; whatever arrives meanwhile goes out together in the next one. */
  async function writeAll({ client }: NonNullable<typeof store>): Promise<void> {
    let durable: Durable | undefined
    /** Why an image was not taken. The edits may be, all the same. */
    let refused: ErrorCode | undefined
    while (refused ? unsaved.length > 0 : hasUnsaved()) {
      // Images first, so that no shape is saved before the image that it shows.
      for (const asset of refused ? [] : assets.unstored()) {
        const answer = await client.putAsset(asset).catch(codeOf)
        if (typeof answer === 'string') {
          refused = answer
          break
        }
        durable = lesser(durable, answer.durable)
        assets.stored(asset.hash)
        expectConfirmation()
      }
      // A copy: edits go on being added while this batch is on its way.
      const batch = upTo(unsaved, MOST_BATCH_BYTES)
      if (batch.length === 0) continue
      const reached = batch.length === unsaved.length ? progressIn(doc) : undefined
      try {
        const update = batch.length === 1 && batch[0] ? batch[0] : Y.mergeUpdates(batch)
        durable = lesser(durable, (await client.append({ update: new Uint8Array(update) })).durable)
      } catch (error) {
        failed(codeOf(error))
        return
      }
      // Only now: until the store has confirmed it, an update is ours to keep.
      unsaved = unsaved.slice(batch.length)
      confirmed = reached ?? confirmed
      if (durable === 'file') persisted.set(confirmed)
      if (hasUnsaved()) expectConfirmation()
    }
    if (refused) failed(refused)
    else if (durable) settled(durable)
  }

  function settled(durable: Durable): void {
    if (durable === 'file') persisted.set(confirmed)
    show({ kind: durable === 'file' ? 'saved' : 'savedHere' })
    if (durable === 'journal') retry = setTimeout(() => void confirm(), RETRY_MS)
  }

  function failed(code: ErrorCode): void {
    // A lost store is replaced within a moment and then gets everything again: no reason for alarm yet.
    if (code === 'store-lost') return show({ kind: 'saving' })
    show({ kind: 'notSaved', code })
    retry = setTimeout(() => void confirm(), RETRY_MS)
  }

  /** Sends what is unconfirmed, then asks where everything is. Resolves to whether it is durable. */
  async function confirm(): Promise<boolean> {
    write()
    await writing
    if (!store || hasUnsaved()) return !hasUnsaved()
    try {
      const { durable } = await store.client.flush()
      if (!hasUnsaved() && !readOnly) settled(durable)
      return !hasUnsaved()
    } catch (error) {
      failed(codeOf(error))
      return false
    }
  }

  function detach(): void {
    turn++
    loading?.close()
    store?.close()
    store = undefined
    assets.use(undefined)
    clearTimeout(retry)
    if (hasUnsaved()) show({ kind: 'saving' })
  }

  return {
    state,
    persisted,
    async attach(port) {
      detach()
      const mine = turn
      await writing
      if (mine !== turn) throw new AppError('store-lost', 'the store went away before it was asked')
      const connection = connect(workshopContract, port)
      loading = connection
      const loaded = await connection.client.load()
      apply(doc, loaded.updates)
      // What is in the journal only is told of once the store says that all is in the file.
      if (unsaved.length === 0) confirmed = progressIn(doc)
      store = connection
      assets.use(connection.client)
      // Only what was read-only from the start has no edits; a file that became so has, and they are not saved.
      if (!attached) readOnly = loaded.readOnly
      attached = true
      if (readOnly) show({ kind: 'readOnly' })
      else void confirm()
      return loaded
    },
    detach,
    async flush() {
      // Edits may be made while the last ones are on their way.
      for (let tries = 0; tries < 3; tries++) if (await confirm()) return true
      return false
    },
    async saveThumbnail(png) {
      if (store && !readOnly) await store.client.saveThumbnail({ png })
    },
    dispose() {
      doc.off('update', onUpdate)
      stopAssets()
      detach()
      clearTimeout(overdue)
    },
  }
}

/** Where all of it is that two answers tell of. */
const lesser = (a: Durable | undefined, b: Durable): Durable => (a === 'journal' ? a : b)

const progressIn = (doc: Y.Doc): string => toBase64url(encodedProgress(doc))

/** The first ones, as many as are no longer than `most` together, and one at least. */
function upTo(updates: readonly Uint8Array[], most: number): Uint8Array[] {
  let bytes = 0
  const end = updates.findIndex((update) => (bytes += update.length) > most)
  return updates.slice(0, end < 0 ? updates.length : Math.max(1, end))
}

/** All rows in one transaction: one event for thousands of notes. */
function apply(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update, FROM_STORE)
    }, FROM_STORE)
  } catch (error) {
    throw new AppError('damaged', 'a saved update cannot be read', { cause: error })
  }
}
