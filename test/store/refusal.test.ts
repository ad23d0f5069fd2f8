import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { codeOf, type ErrorCode } from '../../shared/ipc/errors.ts'
import { createWorkshopFile } from '../../electron/store/createWorkshopFile.ts'
import { sha256, sidecars, testWorkshop, type TestWorkshop } from '../support/testWorkshop.ts'
import { updateWith } from '../support/updates.ts'

/** A workshop with some content, closed, then changed by `damage`. */
async function closedWorkshop(damage: (file: string) => void): Promise<TestWorkshop> {
  const t = testWorkshop()
  const workshop = t.open()
  for (let n = 0; n < 200; n++) void workshop.calls.append({ update: updateWith(`k${n}`, 'x'.repeat(100)) })
  workshop.close()
  damage(t.file)
  return t
}

/** How an opening ends that should leave no trace. */
function refusal(t: TestWorkshop, file = t.file): object {
  const before = sha256(file)
  let code = 'opened'
  try {
    t.open(file)
  } catch (error) {
    code = codeOf(error)
  }
  return { code, untouched: sha256(file) === before, sidecars: sidecars(file) }
}

const refused = (code: ErrorCode): object => ({ code, untouched: true, sidecars: [] })

const inRawBytes = (at: number, value: number) => (file: string) => {
  const bytes = fs.readFileSync(file)
  bytes.writeUInt32BE(value, at)
  fs.writeFileSync(file, bytes)
}

const inSql = (change: (db: Database) => void) => (file: string) => {
  const db = new Sqlite(file)
  change(db)
  db.close()
}

test('a file of a newer format is refused untouched', async () => {
  expect(refusal(await closedWorkshop(inRawBytes(60, 2)))).toEqual(refused('newer-format'))
  expect(refusal(await closedWorkshop(inRawBytes(60, 0xffffffff)))).toEqual(refused('newer-format'))
  expect(
    refusal(await closedWorkshop(inSql((db) => db.exec("UPDATE meta SET v = 2 WHERE k = 'min_reader'")))),
  ).toEqual(refused('newer-format'))
})

test('a file larger than a workshop can be is refused', () => {
  const t = testWorkshop()
  fs.truncateSync(t.file, 4 * 2 ** 30 + 1) // a hole: it takes no room
  expect(() => t.open()).toThrow(expect.objectContaining({ code: 'too-large' }))
})

test('a file that only newer programs may write is opened for reading', async () => {
  const t = await closedWorkshop(inSql((db) => db.exec("UPDATE meta SET v = 2 WHERE k = 'min_writer'")))
  const before = sha256(t.file)
  const workshop = t.open()
  expect(workshop.readOnly).toBe(true)
  expect(await workshop.calls.load()).toMatchObject({ readOnly: true })
  await expect(workshop.calls.append({ update: updateWith('a', 1) })).rejects.toMatchObject({
    code: 'read-only',
  })
  workshop.close()
  expect(sha256(t.file)).toBe(before)
  expect(sidecars(t.file)).toEqual([])
})

test('what is not a workshop is refused untouched', async () => {
  const t = testWorkshop()
  const write = (name: string, content: string | Buffer): string => {
    const file = path.join(t.folder, name)
    fs.writeFileSync(file, content)
    return file
  }
  expect(refusal(t, write('empty.journey', ''))).toEqual(refused('not-a-workshop'))
  expect(refusal(t, write('short.journey', 'SQLite format 3\0'))).toEqual(refused('not-a-workshop'))
  expect(refusal(t, write('picture.journey', Buffer.alloc(5000, 0x89)))).toEqual(refused('not-a-workshop'))

  const stranger = path.join(t.folder, 'stranger.journey')
  inSql((db) => db.exec('CREATE TABLE t (x)'))(stranger)
  expect(refusal(t, stranger)).toEqual(refused('not-a-workshop'))

  expect(() => t.open(t.folder)).toThrow(expect.objectContaining({ code: 'not-a-workshop' }))
  expect(() => t.open(path.join(t.folder, 'none.journey'))).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  )
})

test('a cut or damaged file is refused untouched', async () => {
  for (const share of [0.02, 0.3, 0.7, 0.99])
    expect(
      refusal(
        await closedWorkshop((file) => fs.truncateSync(file, Math.floor(fs.statSync(file).size * share))),
      ),
    ).toEqual(refused('damaged'))
  expect(
    refusal(
      await closedWorkshop((file) => {
        const bytes = fs.readFileSync(file)
        bytes.fill(0xff, 4096 * 5, 4096 * 6)
        fs.writeFileSync(file, bytes)
      }),
    ),
  ).toEqual(refused('damaged'))
  expect(refusal(await closedWorkshop(inRawBytes(60, 0)))).toEqual(refused('damaged'))
})

test('an update that does not match its digest is refused, unless a snapshot holds it as well', async () => {
  const spoil = (db: Database): void =>
    void db.exec("UPDATE upd SET frame = CAST(substr(frame, 1, 40) || x'00' AS BLOB) WHERE seq = 7")
  const t = await closedWorkshop(inSql(spoil))
  t.open().close()
  inSql((db) => db.exec('DELETE FROM snap'))(t.file)
  expect(refusal(t)).toEqual(refused('damaged'))
})

test('a schema with anything added or changed is refused untouched', async () => {
  const changes = [
    'CREATE TRIGGER t AFTER INSERT ON upd BEGIN DELETE FROM upd; END',
    'CREATE VIEW v AS SELECT * FROM meta',
    'CREATE TABLE more (x)',
    'CREATE INDEX i ON upd (at)',
    'CREATE VIRTUAL TABLE f USING fts5(x)',
    'ALTER TABLE upd ADD COLUMN more TEXT',
    'DROP TABLE audit',
    'DROP TABLE meta; CREATE VIEW meta AS SELECT 1 AS k, 2 AS v',
  ]
  for (const sql of changes)
    expect(refusal(await closedWorkshop(inSql((db) => db.exec(sql))))).toEqual(refused('damaged'))
})

test('statistics that SQLite keeps for itself are no stranger', async () => {
  const t = await closedWorkshop(inSql((db) => db.exec('ANALYZE')))
  expect(() => t.open().close()).not.toThrow()
})

test('a file in write-ahead mode is refused: part of it may be elsewhere', async () => {
  expect(refusal(await closedWorkshop(inSql((db) => void db.pragma('journal_mode = WAL'))))).toEqual(
    refused('damaged'),
  )
})

test('a file that another program is writing is locked', () => {
  const t = testWorkshop()
  const other = t.other()
  other.exec('BEGIN EXCLUSIVE')
  expect(() => t.open()).toThrow(expect.objectContaining({ code: 'locked' }))
  other.exec('COMMIT')
  expect(() => t.open().close()).not.toThrow()
})

test('a new workshop never replaces a file', () => {
  const t = testWorkshop()
  const before = sha256(t.file)
  expect(() => createWorkshopFile(t.file)).toThrow(expect.objectContaining({ code: 'already-exists' }))
  expect(sha256(t.file)).toBe(before)
  expect(sidecars(t.file)).toEqual([])
})
