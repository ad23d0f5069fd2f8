import Sqlite, { type Database } from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../electron/store/openDatabase.ts'
import { applyPragmas } from '../../electron/store/pragmas.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { crashedCopy, testWorkshop } from '../support/testWorkshop.ts'
import { updateWith } from '../support/updates.ts'

const PROMISED = {
  journal_mode: 'truncate',
  synchronous: 3,
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  temp_store: 2,
  secure_delete: 1,
  max_page_count: 1_048_576,
  trusted_schema: 0,
  cell_size_check: 1,
  mmap_size: 0,
  foreign_keys: 1,
}

const FORMAT = {
  application_id: 0x4a4d5731,
  user_version: 1,
  page_size: 4096,
  encoding: 'UTF-8',
  auto_vacuum: 2,
}

function pragmasOf(db: Database, names: object): Record<string, unknown> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, db.pragma(name, { simple: true })]))
}

function openFor(file: string): Database {
  const { db } = openDatabase(file, tempFolder())
  onTestFinished(() => void db.close())
  return db
}

test('a new file has the format, and every way of opening it the same pragmas', async () => {
  const t = testWorkshop()
  const expectPromised = (file: string): void => {
    // Twice in a row: some builds of SQLite open a file differently the second time.
    for (const db of [openFor(file), openFor(file)])
      expect(pragmasOf(db, { ...PROMISED, ...FORMAT })).toEqual({ ...PROMISED, ...FORMAT })
  }
  expectPromised(t.file)
  expectPromised(crashedCopy(t))

  const workshop = t.open()
  await workshop.calls.append({ update: updateWith('a', 1) })
  const copy = `${t.folder}/Copy.journey`
  workshop.saveCopy(copy)
  expectPromised(copy)
  workshop.close()
  expectPromised(t.file)
})

test('a pragma that SQLite does not take is a loud failure', () => {
  const db = new Sqlite(':memory:')
  onTestFinished(() => void db.close())
  expect(() => applyPragmas(db, [['journal_mode', 'truncate']])).toThrow('PRAGMA journal_mode is memory')
})
