import { randomBytes } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../shared/ipc/errors.ts'
import { FORMAT } from './header.ts'

/** Who a workshop is, as hex. Two files with one lineage may be merged; with one guid they are the same workshop. */
export interface Identity {
  readonly guid: string
  readonly lineage: string
}

export interface Meta extends Identity {
  /** The oldest format whose programs can read, or write, this file. */
  readonly minReader: number
  readonly minWriter: number
}

export const newIdentity = (): Identity => ({
  guid: randomBytes(16).toString('hex'),
  lineage: randomBytes(16).toString('hex'),
})

/** For a new file, in the same transaction as its first `doc` row. */
export function writeFirstMeta(db: Database, app: string): void {
  const set = setter(db)
  set('format', FORMAT)
  set('min_reader', FORMAT)
  set('min_writer', FORMAT)
  set('app', app)
  set('clean_close', 1)
}

export function writeIdentity(db: Database, { guid, lineage }: Identity): void {
  const set = setter(db)
  set('guid', guid)
  set('lineage', lineage)
  db.prepare("UPDATE doc SET guid = unhex(?), lineage = unhex(?) WHERE kind = 'workshop'").run(guid, lineage)
}

/** Whether the last one to write to the file also closed it. */
export function writeCleanClose(db: Database, clean: boolean): void {
  setter(db)('clean_close', clean ? 1 : 0)
}

/** Throws `damaged` if something that every workshop has is missing or makes no sense. */
export function readMeta(db: Database): Meta {
  const get = db.prepare<[string]>('SELECT v FROM meta WHERE k = ?').pluck()
  const number = (key: string): number => expectMeta(key, get.get(key), (v) => Number.isInteger(v)) as number
  const id = (key: string): string =>
    expectMeta(key, get.get(key), (v) => typeof v === 'string' && /^[0-9a-f]{32}$/.test(v)) as string
  return {
    guid: id('guid'),
    lineage: id('lineage'),
    minReader: number('min_reader'),
    minWriter: number('min_writer'),
  }
}

function expectMeta(key: string, value: unknown, is: (value: unknown) => boolean): unknown {
  if (!is(value)) throw new AppError('damaged', `meta.${key} is missing or wrong`)
  return value
}

function setter(db: Database): (key: string, value: string | number) => void {
  const statement = db.prepare<[string, unknown]>(
    'INSERT INTO meta (k, v) VALUES (?, ?) ON CONFLICT (k) DO UPDATE SET v = excluded.v',
  )
  return (key, value) => {
    // Numbers reach SQLite as REAL otherwise, and an ANY column keeps that.
    statement.run(key, typeof value === 'number' ? BigInt(value) : value)
  }
}
