import Sqlite from 'better-sqlite3'
import { AppError, codeOf } from '../../shared/ipc/errors.ts'
import type { Asset, AssetHash } from '../../shared/model/asset.ts'
import { assetHashes, moveAssets, readAsset, writeAsset } from './assetTables.ts'
import { frameName, type Frame } from './frame.ts'
import { logError } from './log.ts'
import { writeCleanClose, type Identity } from './meta.ts'
import { openDatabase, type OpenDatabase } from './openDatabase.ts'
import { applyPragmas, AT_REST } from './pragmas.ts'
import { makeSnapshot } from './snapshot.ts'
import { storageError } from './storageErrors.ts'
import { hasThumbnail, readThumbnail, removeThumbnail, writeThumbnail } from './thumbnail.ts'
import { createUpdateLog, type LogContent } from './updateLog.ts'

const SNAPSHOT_AFTER_ROWS = 500
const SNAPSHOT_AFTER_BYTES = 2 ** 20

/** One workshop file, open. A call that writes returns when that is on the disk; all throw what disk and SQLite throw. */
export interface WorkshopFile {
  readonly identity: Identity
  readonly readOnly: boolean
  /** Throws `damaged`. */
  read(): LogContent
  /** Adds `fresh`, and of `owed` what is not in the file yet, in one transaction. */
  commit(fresh: readonly Frame[], owed: readonly Frame[]): void
  /** Of these frames, those that are not in the file. */
  missing(frames: readonly Frame[]): Frame[]
  /** The log has grown enough since the last snapshot to be worth one. */
  isSnapshotDue(): boolean
  takeSnapshot(): void
  /** Null if there is none; throws `damaged`. */
  asset(hash: AssetHash): Asset | null
  /** Adds an image, or puts it in place of one that is damaged. */
  putAsset(asset: Asset): void
  assetHashes(): AssetHash[]
  thumbnail(): Uint8Array | null
  /** Null removes it. */
  saveThumbnail(png: Uint8Array | null): void
  /** Writes a compact copy to a file that does not exist. */
  copyTo(file: string): void
  /** Leaves a snapshot and no sidecar file behind; leaves the file as it was if nothing was written. */
  close(): void
}

/**
 * Opens a workshop file; see `openDatabase` for what is refused.
 * @param keepIn folder for copies of files that a crash left in need of repair
 */
export function openWorkshopFile(file: string, keepIn: string, now: () => number): WorkshopFile {
  const first = openDatabase(file, keepIn)
  const { meta: identity, readOnly } = first
  let { db, tail } = first
  let log = createUpdateLog(db, now)
  let inDoubt = false
  let written = false

  /** Runs `work` in one transaction, on a connection that is known to be good. */
  function write(work: () => void): void {
    if (readOnly) throw new AppError('read-only', 'Opened for reading')
    if (inDoubt) reopen()
    try {
      db.transaction(() => {
        if (!written) writeCleanClose(db, false)
        work()
      }).immediate()
      written = true
    } catch (error) {
      inDoubt = isInDoubtAfter(error)
      throw error
    }
  }

  function reopen(): void {
    const next = openAgain(file, keepIn)
    if (next.readOnly || next.meta.guid !== identity.guid || next.meta.lineage !== identity.lineage) {
      next.db.close()
      throw new AppError('file-moved', 'Another file, or one that cannot be written, is in its place')
    }
    try {
      // An older copy of this workshop may have been put in its place.
      next.db.transaction(() => moveAssets(db, next.db, now())).immediate()
    } catch (error) {
      next.db.close()
      throw error
    }
    db.close()
    db = next.db
    tail = next.tail
    log = createUpdateLog(db, now)
    written = false
    inDoubt = false
  }

  function missing(frames: readonly Frame[]): Frame[] {
    if (frames.length === 0) return []
    const names = log.names()
    return frames.filter((frame) => !names.has(frameName(frame)))
  }

  function takeSnapshot(): void {
    const { updates, lastSeq } = log.read()
    tail = { rows: 0, bytes: 0 } // whatever comes of it: the next attempt is due after as many rows again
    const snapshot = makeSnapshot(updates)
    if (snapshot) write(() => log.addSnapshot({ upto: lastSeq, ...snapshot }))
  }

  function tidyUp(): void {
    if (tail.rows > 0) takeSnapshot()
    write(() => writeCleanClose(db, true))
    db.pragma('optimize')
    applyPragmas(db, AT_REST)
  }

  return {
    identity,
    readOnly,
    read: () => log.read(),
    commit(fresh, owed) {
      let added: readonly Frame[] = fresh
      write(() => {
        added = [...missing(owed), ...fresh]
        log.append(added)
      })
      tail = { rows: tail.rows + added.length, bytes: tail.bytes + sizeOf(added) }
    },
    missing,
    isSnapshotDue: () => tail.rows > SNAPSHOT_AFTER_ROWS || tail.bytes > SNAPSHOT_AFTER_BYTES,
    takeSnapshot,
    asset: (hash) => readAsset(db, hash),
    putAsset: (asset) => write(() => writeAsset(db, asset, now())),
    assetHashes: () => assetHashes(db),
    thumbnail: () => readThumbnail(db),
    saveThumbnail(png) {
      if (png) write(() => writeThumbnail(db, png, now()))
      // A new workshop that was only looked at is not written to.
      else if (hasThumbnail(db)) write(() => removeThumbnail(db))
    },
    copyTo: (target) => void db.prepare('VACUUM INTO ?').run(target),
    close() {
      try {
        if (written) tidyUp()
      } catch (error) {
        // Nothing is lost: the next opening finds a file that was not closed cleanly.
        if (!storageError(error)) throw error
        logError('close', error)
      } finally {
        db.close()
      }
    },
  }
}

function openAgain(file: string, keepIn: string): OpenDatabase {
  try {
    return openDatabase(file, keepIn)
  } catch (error) {
    if (codeOf(error) !== 'not-found') throw error
    throw new AppError('file-moved', 'The file is no longer there', { cause: error })
  }
}

/** Of frames, in bytes. */
const sizeOf = (frames: readonly Frame[]): number => frames.reduce((sum, frame) => sum + frame.length, 0)

/** A full disk or a lock leaves the connection as it was; after anything else only a new one is sure. */
function isInDoubtAfter(error: unknown): boolean {
  if (!(error instanceof Sqlite.SqliteError)) return false
  return !/^SQLITE_(FULL|BUSY|LOCKED)/.test(error.code)
}
