import type { Database } from 'better-sqlite3'
import { MOST_UPDATE_BYTES } from '../../shared/ipc/workshopContract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { decodeFrame, frameName, type Frame } from './frame.ts'

interface Row {
  readonly seq: number
  readonly frame: unknown
}

/** The updates of one workshop file: a log that is only ever added to, and snapshots that shorten reading it. */
export interface UpdateLog {
  /** The newest readable snapshot and what follows it, or else the whole log. Throws `damaged`. */
  read(): LogContent
  /** Adds rows. Within the caller's transaction. */
  append(frames: readonly Frame[]): void
  /** Names of all frames in the file. */
  names(): Set<string>
  /** Adds a snapshot of everything up to row `upto`, and drops all but the newest two. */
  addSnapshot(snapshot: { upto: number; stateVector: Uint8Array; frame: Frame }): void
}

export interface LogContent {
  readonly updates: ReadonlyArray<Uint8Array<ArrayBuffer>>
  /** Of the last row; 0 in a new file. */
  readonly lastSeq: number
  /** Rows after the snapshot that was used, and their size. */
  readonly tail: { readonly rows: number; readonly bytes: number }
}

export function createUpdateLog(db: Database, now: () => number): UpdateLog {
  const doc = db.prepare("SELECT id FROM doc WHERE kind = 'workshop'").pluck().get()
  if (typeof doc !== 'number') throw new AppError('damaged', 'No document in the file')

  const insert = db.prepare<[number, bigint, Frame]>('INSERT INTO upd (doc, at, frame) VALUES (?, ?, ?)')
  const oversized = db.prepare<[number], number>('SELECT count(*) FROM upd WHERE length(frame) > ?').pluck()
  const rowsAfter = db.prepare<[number, number], Row>(
    'SELECT seq, frame FROM upd WHERE doc = ? AND seq > ? ORDER BY seq',
  )
  const snapshots = db.prepare<[number], { upto: number; frame: unknown }>(
    'SELECT upto, frame FROM snap WHERE doc = ? AND verified = 1 ORDER BY upto DESC, id DESC',
  )
  const insertSnapshot = db.prepare<[number, bigint, Uint8Array, Frame]>(
    'INSERT INTO snap (doc, upto, sv, frame, verified) VALUES (?, ?, ?, ?, 1)',
  )
  const dropOldSnapshots = db.prepare<[number, number]>(
    'DELETE FROM snap WHERE doc = ? AND id NOT IN (SELECT id FROM snap WHERE doc = ? ORDER BY id DESC LIMIT 2)',
  )
  const frames = db.prepare<[]>('SELECT frame FROM upd UNION ALL SELECT frame FROM snap').pluck()

  function readFrom(snapshot: { upto: number; update: Uint8Array<ArrayBuffer> } | undefined): LogContent {
    const updates = snapshot ? [snapshot.update] : []
    let lastSeq = snapshot?.upto ?? 0
    let rows = 0
    let bytes = 0
    for (const { seq, frame } of rowsAfter.iterate(doc as number, lastSeq)) {
      const update = decodeFrame(frame)
      if (!update) throw new AppError('damaged', `Update ${seq} cannot be read`)
      updates.push(update)
      lastSeq = seq
      rows += 1
      bytes += update.length
    }
    return { updates, lastSeq, tail: { rows, bytes } }
  }

  function newestReadableSnapshot(): { upto: number; update: Uint8Array<ArrayBuffer> } | undefined {
    for (const { upto, frame } of snapshots.iterate(doc as number)) {
      const update = decodeFrame(frame)
      if (update) return { upto, update }
    }
    return undefined
  }

  return {
    read() {
      if (oversized.get(MOST_FRAME_BYTES) !== 0) throw new AppError('damaged', 'An update is too large')
      return readFrom(newestReadableSnapshot())
    },
    append(added) {
      for (const frame of added) insert.run(doc, BigInt(now()), frame)
    },
    names() {
      const names = new Set<string>()
      for (const frame of frames.iterate()) if (decodeFrame(frame)) names.add(frameName(frame as Frame))
      return names
    },
    addSnapshot({ upto, stateVector, frame }) {
      insertSnapshot.run(doc, BigInt(upto), stateVector, frame)
      dropOldSnapshots.run(doc, doc)
    },
  }
}

const MOST_FRAME_BYTES = MOST_UPDATE_BYTES + 64
