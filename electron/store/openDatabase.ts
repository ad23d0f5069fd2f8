import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { AppError } from '../../shared/ipc/errors.ts'
import { checkHeader, FORMAT } from './header.ts'
import { hasHotJournal, rollBack } from './hotJournal.ts'
import { readMeta, type Meta } from './meta.ts'
import { applyPragmas, CAUTIOUS, DURABLE } from './pragmas.ts'
import { checkSchema, checkTable } from './schema.ts'
import { storageError } from './storageErrors.ts'
import { createUpdateLog, type LogContent } from './updateLog.ts'

export interface OpenDatabase {
  readonly db: Database
  readonly meta: Meta
  readonly readOnly: boolean
  /** How far the log goes on after the snapshot. */
  readonly tail: LogContent['tail']
}

/**
 * Opens a workshop file that may come from anywhere. It is written to only after all of it was found good, so what
 * is refused stays as it was. Throws an AppError that says why.
 * @param keepIn folder for copies of files that a crash left in need of repair
 */
export function openDatabase(file: string, keepIn: string): OpenDatabase {
  try {
    return open(file, keepIn)
  } catch (error) {
    throw storageError(error) ?? error
  }
}

function open(file: string, keepIn: string): OpenDatabase {
  checkHeader(file)
  const writable = mayWrite(file) && mayWrite(path.dirname(file))
  if (hasHotJournal(file)) {
    if (!writable)
      throw new AppError('read-only', 'A cut-off transaction must be undone, but nothing can be written')
    rollBack(file, keepIn)
    checkHeader(file)
  }
  const { meta, tail } = inspect(file)
  const readOnly = !writable || meta.minWriter > FORMAT
  const db = new Sqlite(file, { readonly: readOnly, fileMustExist: true })
  try {
    applyPragmas(db, CAUTIOUS)
    if (!readOnly) applyPragmas(db, DURABLE)
    return { db, meta, readOnly, tail }
  } catch (error) {
    db.close()
    throw error
  }
}

/** Reads all that will be relied on, without being able to write. */
function inspect(file: string): { meta: Meta; tail: LogContent['tail'] } {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true })
  try {
    applyPragmas(db, CAUTIOUS)
    // The schema comes first: a constraint that is not ours would run during the other checks.
    checkTable(db, 'meta')
    const meta = readMeta(db)
    if (meta.minReader > FORMAT)
      throw new AppError('newer-format', `Needs a reader of format ${meta.minReader}`)
    checkSchema(db)
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('damaged', 'quick_check')
    return { meta, tail: createUpdateLog(db, Date.now).read().tail }
  } finally {
    db.close()
  }
}

function mayWrite(file: string): boolean {
  try {
    fs.accessSync(file, fs.constants.W_OK)
    return true
  } catch (error) {
    if (storageError(error)?.code === 'read-only') return false
    throw error
  }
}
