import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { contentIn, testWorkshop, type TestWorkshop } from '../support/testWorkshop.ts'
import { updateWith } from '../support/updates.ts'

const moved = (t: TestWorkshop): string => path.join(t.folder, 'Moved.journey')

test('a file renamed under an open workshop: edits go to the journal, and into the file when it is back', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  await workshop.calls.append({ update: updateWith('a', 1) })
  fs.renameSync(t.file, moved(t))
  expect(await workshop.calls.append({ update: updateWith('b', 2) })).toEqual({ durable: 'journal' })
  expect(await workshop.calls.flush()).toEqual({ durable: 'journal' })
  expect(await contentIn(workshop)).toEqual({ a: 1, b: 2 })

  fs.renameSync(moved(t), t.file)
  expect(await workshop.calls.flush()).toEqual({ durable: 'file' })
  expect(t.other().prepare('SELECT count(*) FROM upd').pluck().get()).toBe(2)
  expect(await workshop.calls.append({ update: updateWith('c', 3) })).toEqual({ durable: 'file' })
  expect(await contentIn(workshop)).toEqual({ a: 1, b: 2, c: 3 })
})

test('a file renamed and not brought back: opened at its new place, it has everything', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  await workshop.calls.append({ update: updateWith('a', 1) })
  fs.renameSync(t.file, moved(t))
  await workshop.calls.append({ update: updateWith('b', 2) })
  workshop.close()
  expect(await contentIn(t.open(moved(t)))).toEqual({ a: 1, b: 2 })
})

test('a file deleted while open: a saved copy has everything', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  await workshop.calls.append({ update: updateWith('a', 1) })
  fs.rmSync(t.file)
  await workshop.calls.append({ update: updateWith('b', 2) })
  const copy = path.join(t.folder, 'Rescued.journey')
  workshop.saveCopy(copy)
  expect(await contentIn(t.open(copy))).toEqual({ a: 1, b: 2 })
})

test('a file replaced by an older copy of itself gets everything again', async () => {
  const t = testWorkshop()
  const backup = path.join(t.folder, 'Backup.journey')
  fs.copyFileSync(t.file, backup)
  const workshop = t.open()
  await workshop.calls.append({ update: updateWith('a', 1) })
  fs.renameSync(backup, t.file)
  expect(await workshop.calls.append({ update: updateWith('b', 2) })).toEqual({ durable: 'journal' })
  expect(await workshop.calls.flush()).toEqual({ durable: 'file' })
  workshop.close()
  expect(await contentIn(t.open())).toEqual({ a: 1, b: 2 })
})

test('a file replaced by another workshop is never written to', async () => {
  const t = testWorkshop()
  const stranger = testWorkshop()
  const workshop = t.open()
  fs.renameSync(stranger.file, t.file)
  const before = fs.readFileSync(t.file)
  await workshop.calls.append({ update: updateWith('a', 1) })
  expect(await workshop.calls.flush()).toEqual({ durable: 'journal' })
  workshop.close()
  expect(fs.readFileSync(t.file).equals(before)).toBe(true)
})

test('a file locked by another program: edits go to the journal, and into the file when it is free', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  const other = t.other()
  other.exec('BEGIN IMMEDIATE')
  expect(await workshop.calls.append({ update: updateWith('a', 1) })).toEqual({ durable: 'journal' })
  expect(workshop.flush()).toMatchObject({ code: 'locked' })
  other.exec('COMMIT')
  expect(await workshop.calls.flush()).toEqual({ durable: 'file' })
})
