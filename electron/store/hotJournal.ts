import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { AppError } from '../../shared/ipc/errors.ts'
import { applyPragmas, CAUTIOUS } from './pragmas.ts'

const MOST_KEPT = 5
/** Ends a journal that belongs to a transaction over several files. */
const SEVERAL_FILES = Buffer.from('d9d505f920a163d7', 'hex')

/** Whether a transaction was cut short: SQLite left a journal with which to undo it. */
export function hasHotJournal(file: string): boolean {
  const stats = fs.statSync(journalOf(file), { throwIfNoEntry: false })
  return stats !== undefined && stats.size > 0
}

/** Undoes the transaction that was cut short, after file and journal were copied to the folder `keepIn`. */
export function rollBack(file: string, keepIn: string): void {
  refuseSeveralFiles(journalOf(file))
  keepCopies(file, keepIn)
  const db = new Sqlite(file, { fileMustExist: true })
  try {
    applyPragmas(db, CAUTIOUS)
    db.prepare('SELECT count(*) FROM sqlite_schema').get() // the first read rolls back
  } finally {
    db.close()
  }
}

const journalOf = (file: string): string => `${file}-journal`

/** Ours never are, and SQLite would delete whatever file such a journal names. */
function refuseSeveralFiles(journal: string): void {
  const bytes = Buffer.alloc(SEVERAL_FILES.length)
  const descriptor = fs.openSync(journal, 'r')
  try {
    const { size } = fs.fstatSync(descriptor)
    fs.readSync(descriptor, bytes, 0, bytes.length, Math.max(0, size - bytes.length))
  } finally {
    fs.closeSync(descriptor)
  }
  if (bytes.equals(SEVERAL_FILES)) throw new AppError('damaged', 'A journal over several files')
}

function keepCopies(file: string, keepIn: string): void {
  const folder = path.join(keepIn, `${Date.now()}-${process.pid}`)
  fs.mkdirSync(folder, { recursive: true })
  for (const source of [file, journalOf(file)])
    fs.copyFileSync(source, path.join(folder, path.basename(source)), fs.constants.COPYFILE_FICLONE)
  const oldestFirst = fs.readdirSync(keepIn).toSorted()
  for (const old of oldestFirst.slice(0, -MOST_KEPT))
    fs.rmSync(path.join(keepIn, old), { recursive: true, force: true })
}
