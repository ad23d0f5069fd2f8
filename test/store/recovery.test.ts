import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { encodeFrame } from '../../electron/store/frame.ts'
import { createRecoveryJournals } from '../../electron/store/recoveryJournal.ts'
import { contentIn, crashedCopy, sha256, testWorkshop, type TestWorkshop } from '../support/testWorkshop.ts'
import { updateWith } from '../support/updates.ts'

/** Leaves edits in the journal alone, as a run that ended before the file could be written. */
function leaveInJournal(
  t: TestWorkshop,
  keys: readonly string[],
  { file = t.file, lineage = '' } = {},
): string {
  const workshop = t.open(file)
  const { identity } = workshop
  workshop.close()
  const journal = createRecoveryJournals(t.journalFolder).open(
    { ...identity, lineage: lineage || identity.lineage },
    file,
  )
  journal.append(keys.map((key) => encodeFrame(updateWith(key, 1))))
  journal.close(true)
  const name = fs.readdirSync(t.journalFolder).at(-1)
  return path.join(t.journalFolder, name ?? '')
}

const rows = (t: TestWorkshop, file = t.file): unknown =>
  t.other(file).prepare('SELECT count(*) FROM upd').pluck().get()

test('what only the journal has is put into the file, counted, and told once', async () => {
  const t = testWorkshop()
  const journal = leaveInJournal(t, ['a', 'b'])
  const workshop = t.open()
  expect(await workshop.calls.load()).toMatchObject({ recovered: 2 })
  expect(await workshop.calls.load()).toMatchObject({ recovered: 0 })
  expect(await contentIn(workshop)).toEqual({ a: 1, b: 1 })
  expect(rows(t)).toBe(2)
  workshop.close()
  expect(fs.existsSync(journal)).toBe(false)
  expect(await t.open().calls.load()).toMatchObject({ recovered: 0 })
})

test('what the file has already is not added again', async () => {
  const t = testWorkshop()
  const first = t.open()
  const update = updateWith('a', 1)
  await first.calls.append({ update })
  first.close()
  const journal = createRecoveryJournals(t.journalFolder).open(first.identity, t.file)
  journal.append([encodeFrame(update), encodeFrame(updateWith('b', 2))])
  journal.close(true)
  const second = t.open()
  expect(await second.calls.load()).toMatchObject({ recovered: 1 })
  expect(rows(t)).toBe(2)
})

test('a torn end of the journal is passed over', async () => {
  const t = testWorkshop()
  const journal = leaveInJournal(t, ['a', 'b'])
  fs.truncateSync(journal, fs.statSync(journal).size - 3)
  expect(await contentIn(t.open())).toEqual({ a: 1 })
})

test('a journal of another lineage is left alone', async () => {
  const t = testWorkshop()
  const journal = leaveInJournal(t, ['a'], { lineage: 'f'.repeat(32) })
  const before = sha256(journal)
  const workshop = t.open()
  expect(await workshop.calls.load()).toMatchObject({ recovered: 0, updates: [] })
  workshop.close()
  expect(sha256(journal)).toBe(before)
})

test('a file that was moved while the app was closed finds its journal', async () => {
  const t = testWorkshop()
  const journal = leaveInJournal(t, ['a'])
  const moved = path.join(t.folder, 'Moved.journey')
  fs.renameSync(t.file, moved)
  const workshop = t.open(moved)
  expect(await workshop.calls.load()).toMatchObject({ recovered: 1 })
  workshop.close()
  expect(fs.existsSync(journal)).toBe(false)
})

test('a copy made in the file manager does not take the journal of its original', async () => {
  const t = testWorkshop()
  const journal = leaveInJournal(t, ['a'])
  const copy = path.join(t.folder, 'Kickoff (1).journey')
  fs.copyFileSync(t.file, copy)
  expect(await t.open(copy).calls.load()).toMatchObject({ recovered: 0 })
  expect(fs.existsSync(journal)).toBe(true)
})

test('a file opened for reading shows what the journal has, and leaves it there', async () => {
  const t = testWorkshop()
  const journal = leaveInJournal(t, ['a'])
  t.other().exec("UPDATE meta SET v = 2 WHERE k = 'min_writer'")
  const workshop = t.open()
  expect(await contentIn(workshop)).toEqual({ a: 1 })
  expect(await workshop.calls.flush()).toEqual({ durable: 'journal' })
  workshop.close()
  expect(fs.existsSync(journal)).toBe(true)
})

test('the journal stays small while the file takes everything', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  for (let n = 0; n < 12; n++)
    await workshop.calls.append({ update: updateWith(`k${n}`, 'x'.repeat(100_000)) })
  const [journal = ''] = fs.readdirSync(t.journalFolder)
  expect(fs.statSync(path.join(t.journalFolder, journal)).size).toBeLessThan(400_000)
})

test('a transaction that was cut off is undone, and file and journal are kept aside first', async () => {
  const t = testWorkshop()
  const crashed = crashedCopy(t)
  const before = [sha256(crashed), sha256(`${crashed}-journal`)]

  const workshop = t.open(crashed)
  expect(await contentIn(workshop)).toEqual({})
  await workshop.calls.append({ update: updateWith('a', 1) })
  expect(await contentIn(workshop)).toEqual({ a: 1 })
  const keepIn = path.join(t.folder, 'app-data', 'before-repair')
  const [kept = ''] = fs.readdirSync(keepIn)
  expect(
    ['Crashed.journey', 'Crashed.journey-journal'].map((name) => sha256(path.join(keepIn, kept, name))),
  ).toEqual(before)
})

test('a journal that claims to be over several files is refused: SQLite would delete what it names', () => {
  const t = testWorkshop()
  const victim = path.join(t.folder, 'precious.txt')
  fs.writeFileSync(victim, 'precious')
  fs.writeFileSync(
    `${t.file}-journal`,
    Buffer.concat([Buffer.alloc(600), Buffer.from('d9d505f920a163d7', 'hex')]),
  )
  expect(() => t.open()).toThrow(expect.objectContaining({ code: 'damaged' }))
  expect(fs.readFileSync(victim, 'utf8')).toBe('precious')
})
