import Sqlite from 'better-sqlite3'
import { AppError, type ErrorCode } from '../../shared/ipc/errors.ts'
import { SYSTEM_ERRORS } from '../../shared/ipc/systemErrors.ts'

/** First match wins, so special cases stand before their family. */
const SQLITE: ReadonlyArray<readonly [prefix: string, code: ErrorCode]> = [
  ['SQLITE_READONLY_DBMOVED', 'file-moved'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_CANTOPEN', 'read-only'],
  ['SQLITE_BUSY', 'locked'],
  ['SQLITE_LOCKED', 'locked'],
  ['SQLITE_PROTOCOL', 'locked'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_IOERR', 'internal'],
]

const SYSTEM: Readonly<Record<string, ErrorCode>> = {
  ...SYSTEM_ERRORS,
  EISDIR: 'not-a-workshop',
  ELOOP: 'not-a-workshop',
  EFBIG: 'disk-full', // a workshop grows: there is no more room for it
}

/** The error to report for what a disk, a file system or SQLite may throw; undefined if it is none of that. */
export function storageError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  const { code, message } = error
  const mapped =
    error instanceof Sqlite.SqliteError
      ? SQLITE.find(([prefix]) => code.startsWith(prefix))?.[1]
      : SYSTEM[code]
  return mapped && new AppError(mapped, `${code}: ${message}`, { cause: error })
}

/** Runs `work`; a failure of disk or SQLite comes back as a value, a bug is thrown on. */
export function storageFailure(work: () => void): AppError | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    const failure = storageError(error)
    if (!failure) throw error
    return failure
  }
}
