import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Database } from 'better-sqlite3'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { libraryContract } from '../../shared/ipc/libraryContract.ts'
import { openLibraryDatabase } from './libraryDatabase.ts'
import { workshopName } from './workshopName.ts'

const MOST_RECENT = 30

/** The workshops this computer has opened. */
export interface Library {
  /** What the start screen may ask. */
  readonly calls: Handlers<typeof libraryContract>
  /** Puts a workshop on top of the list. */
  opened(workshop: { file: string; guid: string; lineage: string; thumbnail: Uint8Array | null }): void
  renamed(from: string, to: string): void
  setThumbnail(file: string, png: Uint8Array | null): void
  /** Those whose file is there, for the menu. */
  present(): Promise<Array<{ id: string; name: string; file: string }>>
  /** Those of a lineage whose file is there. */
  copiesOf(lineage: string): Promise<Array<{ id: string; name: string; file: string }>>
  /** Where a workshop is. Throws `not-found` for an id that was never given out. */
  locate(id: string): string
  clear(): void
  close(): void
}

interface Row {
  readonly id: string
  readonly path: string
  readonly opened_at: number
  readonly thumbnail: Buffer | null
}

interface PresentRow extends Row {
  readonly present: boolean
}

export function openLibrary(folder: string, now: () => number): Library {
  const db = openLibraryDatabase(path.join(folder, 'library.sqlite'))
  const statements = prepare(db)

  const recent = (): Promise<readonly PresentRow[]> => whetherPresent(statements.recent.all(MOST_RECENT))

  async function whetherPresent(rows: readonly Row[]): Promise<readonly PresentRow[]> {
    return Promise.all(rows.map(async (row) => ({ ...row, present: await exists(row.path) })))
  }

  return {
    calls: {
      recent: async () =>
        (await recent()).map((row) => ({
          id: row.id,
          name: workshopName(row.path),
          folder: path.dirname(row.path),
          openedAt: row.opened_at,
          present: row.present,
          thumbnail: row.thumbnail && new Uint8Array(row.thumbnail),
        })),
      forget: ({ id }) => void statements.forget.run(1, id),
      remember: ({ id }) => void statements.forget.run(0, id),
    },
    opened({ file, guid, lineage, thumbnail }) {
      db.transaction(() => {
        const moved = statements.byGuid.all(guid).find((row) => row.path !== file && !fs.existsSync(row.path))
        if (moved && !statements.byPath.get(file)) statements.move.run(file, moved.path)
        statements.opened.run(randomUUID(), file, guid, BigInt(now()), thumbnail)
        statements.descends.run(guid, lineage)
      })()
    },
    renamed(from, to) {
      db.transaction(() => {
        statements.remove.run(to)
        statements.move.run(to, from)
      })()
    },
    setThumbnail: (file, png) => void statements.setThumbnail.run(png, file),
    present: async () => namesOf(await recent()),
    copiesOf: async (lineage) =>
      namesOf(await whetherPresent(statements.ofLineage.all(lineage, MOST_RECENT))),
    locate(id) {
      const file = statements.locate.get(id)?.path
      if (file === undefined) throw new AppError('not-found', 'No such workshop in the list')
      return file
    },
    clear: () => void statements.clear.run(),
    close: () => void db.close(),
  }
}

const namesOf = (rows: readonly PresentRow[]) =>
  rows.filter((row) => row.present).map(({ id, path: file }) => ({ id, name: workshopName(file), file }))

function prepare(db: Database) {
  return {
    recent: db.prepare<[number], Row>(
      `SELECT id, path, opened_at, thumbnail
       FROM recent
       WHERE forgotten = 0
       ORDER BY opened_at DESC, rowid DESC
       LIMIT ?`,
    ),
    ofLineage: db.prepare<[string, number], Row>(
      `SELECT id, path, opened_at, thumbnail
       FROM recent JOIN descent USING (guid)
       WHERE lineage = ?
       ORDER BY opened_at DESC, recent.rowid DESC
       LIMIT ?`,
    ),
    descends: db.prepare<[string, string]>('INSERT OR REPLACE INTO descent (guid, lineage) VALUES (?, ?)'),
    byGuid: db.prepare<[string], { path: string }>('SELECT path FROM recent WHERE guid = ?'),
    byPath: db.prepare<[string], { path: string }>('SELECT path FROM recent WHERE path = ?'),
    locate: db.prepare<[string], { path: string }>('SELECT path FROM recent WHERE id = ?'),
    opened: db.prepare<[string, string, string, bigint, Uint8Array | null]>(
      `INSERT INTO recent (id, path, guid, opened_at, thumbnail, forgotten)
       VALUES (?, ?, ?, ?, ?, 0)
       ON CONFLICT (path) DO UPDATE SET
         guid = excluded.guid,
         opened_at = excluded.opened_at,
         thumbnail = excluded.thumbnail,
         forgotten = 0`,
    ),
    move: db.prepare<[string, string]>('UPDATE recent SET path = ? WHERE path = ?'),
    remove: db.prepare<[string]>('DELETE FROM recent WHERE path = ?'),
    setThumbnail: db.prepare<[Uint8Array | null, string]>('UPDATE recent SET thumbnail = ? WHERE path = ?'),
    forget: db.prepare<[number, string]>('UPDATE recent SET forgotten = ? WHERE id = ?'),
    clear: db.prepare<[]>('DELETE FROM recent'),
  }
}

async function exists(file: string): Promise<boolean> {
  return fs.promises.access(file).then(
    () => true,
    () => false,
  )
}
