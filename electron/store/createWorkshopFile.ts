import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { AppError } from '../../shared/ipc/errors.ts'
import { APPLICATION_ID } from './header.ts'
import { newIdentity, writeFirstMeta, writeIdentity, type Identity } from './meta.ts'
import { migrate } from './migrations/index.ts'
import { moveWithoutReplacing, syncFile, temporaryBeside } from './placeFile.ts'
import { applyPragmas, AT_REST, CAUTIOUS, DURABLE } from './pragmas.ts'

export interface NewFile {
  /** Of the workshop that this one may be merged with; otherwise one of its own. */
  readonly lineage?: string | undefined
  readonly now?: () => number
}

/**
 * Makes a new, empty workshop, with its folder if need be. The file appears under its name only when it is whole.
 * Throws `already-exists`, `read-only` or `disk-full`.
 */
export function createWorkshopFile(file: string, { lineage, now = Date.now }: NewFile = {}): void {
  if (fs.existsSync(file)) throw new AppError('already-exists', 'A file of that name is there')
  fs.mkdirSync(path.dirname(file), { recursive: true })
  const temporary = temporaryBeside(file)
  try {
    writeEmpty(temporary, now(), { ...newIdentity(), ...(lineage !== undefined && { lineage }) })
    syncFile(temporary)
    moveWithoutReplacing(temporary, file)
  } finally {
    fs.rmSync(temporary, { force: true })
    fs.rmSync(`${temporary}-journal`, { force: true })
  }
}

function writeEmpty(file: string, created: number, identity: Identity): void {
  const db = new Sqlite(file)
  try {
    applyPragmas(db, [
      ['page_size', 4096],
      ['encoding', 'UTF-8'],
      ['auto_vacuum', 2], // incremental
      ...CAUTIOUS,
      ...DURABLE,
    ])
    applyPragmas(db, [['application_id', APPLICATION_ID]])
    migrate(db)
    db.transaction(() => writeFirstRows(db, created, identity)).immediate()
    applyPragmas(db, AT_REST)
  } finally {
    db.close()
  }
}

function writeFirstRows(db: Database, created: number, identity: Identity): void {
  writeFirstMeta(db, 'Throughline')
  db.prepare("INSERT INTO doc (kind, title, created) VALUES ('workshop', '', ?)").run(BigInt(created))
  writeIdentity(db, identity)
}
