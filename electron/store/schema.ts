import Sqlite, { type Database } from 'better-sqlite3'
import { AppError } from '../../shared/ipc/errors.ts'
import { migrate } from './migrations/index.ts'

interface SchemaEntry {
  readonly type: string
  readonly name: string
  readonly tbl_name: string
  readonly sql: string | null
}

/** What `PRAGMA optimize` may add: statistics about the tables. */
const STATISTICS = new Map([
  ['sqlite_stat1', 'CREATE TABLE sqlite_stat1(tbl,idx,stat)'],
  ['sqlite_stat4', 'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)'],
])

/** Throws `damaged` unless the file has our table of that name, so that it is safe to read. */
export function checkTable(db: Database, table: string): void {
  const expected = ownSchema().find(({ name }) => name === table)
  const actual = readSchema(db).find(({ name }) => name === table)
  if (!expected || !actual || describe(actual) !== describe(expected))
    throw new AppError('damaged', `Unexpected schema of ${table}`)
}

/** Throws `damaged` unless the schema is, word for word, ours: no trigger, view or table that we did not make. */
export function checkSchema(db: Database): void {
  const actual = readSchema(db).filter(({ name, sql }) => STATISTICS.get(name) !== sql || sql === null)
  const expected = ownSchema()
  const same =
    actual.length === expected.length &&
    actual.every((entry, index) => describe(entry) === describe(expected[index]))
  if (!same) throw new AppError('damaged', 'Unexpected schema')
}

function ownSchema(): SchemaEntry[] {
  const db = new Sqlite(':memory:')
  try {
    migrate(db)
    return readSchema(db)
  } finally {
    db.close()
  }
}

function readSchema(db: Database): SchemaEntry[] {
  return db
    .prepare<[], SchemaEntry>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .all()
}

const describe = (entry: SchemaEntry | undefined): string =>
  JSON.stringify([entry?.type, entry?.name, entry?.tbl_name, entry?.sql])
