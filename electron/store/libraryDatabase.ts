import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { logError } from './log.ts'
import { storageError } from './storageErrors.ts'

const FORMAT = 1

/** Opens the list of recent workshops. One that cannot be read is set aside and begun anew: it is a convenience. */
export function openLibraryDatabase(file: string): Database {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  try {
    return open(file)
  } catch (error) {
    if (storageError(error)?.code !== 'damaged' && !(error instanceof UnknownLibrary)) throw error
    logError('library', error)
    setAside(file)
    return open(file)
  }
}

class UnknownLibrary extends Error {}

function open(file: string): Database {
  const db = new Sqlite(file)
  try {
    db.pragma('journal_mode = WAL')
    db.pragma('synchronous = NORMAL')
    const format = db.pragma('user_version', { simple: true })
    if (format === 0) createTables(db)
    else if (format !== FORMAT) throw new UnknownLibrary(`Format ${String(format)}`)
    // Older versions know nothing of this table, and may go on using the file.
    db.exec('CREATE TABLE IF NOT EXISTS descent (guid TEXT PRIMARY KEY, lineage TEXT NOT NULL) STRICT')
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new UnknownLibrary('quick_check')
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function createTables(db: Database): void {
  db.transaction(() => {
    db.exec(`
      CREATE TABLE recent (
        id        TEXT PRIMARY KEY,
        path      TEXT NOT NULL UNIQUE,
        guid      TEXT NOT NULL,
        opened_at INTEGER NOT NULL,
        thumbnail BLOB,
        forgotten INTEGER NOT NULL
      ) STRICT;
    `)
    db.pragma(`user_version = ${FORMAT}`)
  })()
}

function setAside(file: string): void {
  for (const suffix of ['-wal', '-shm']) fs.rmSync(file + suffix, { force: true })
  fs.renameSync(file, `${file}.damaged-${Date.now()}`)
}
