import fs from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Workshop } from '../../electron/store/workshop.ts'
import type { Asset } from '../../shared/model/asset.ts'
import { testAsset } from '../support/testAsset.ts'
import { sha256, sidecars, testWorkshop, type TestWorkshop } from '../support/testWorkshop.ts'

const put = async (workshop: Workshop, image: Asset): Promise<string> =>
  (await workshop.calls.putAsset(image)).durable
const get = async (workshop: Workshop, { hash }: Asset): Promise<Asset | null> =>
  workshop.calls.getAsset({ hash })
const flush = async (workshop: Workshop): Promise<string> => (await workshop.calls.flush()).durable

const moved = (t: TestWorkshop): string => path.join(t.folder, 'Moved.journey')

/** Everything that is left of journals and waiting images. */
const left = (t: TestWorkshop): string[] => fs.readdirSync(t.journalFolder)

test('an image is in the file after closing and opening, in pieces, and nothing is left beside it', async () => {
  const t = testWorkshop()
  const image = testAsset(600_000)
  const first = t.open()
  await put(first, image)
  first.close()
  expect(await get(t.open(), image)).toEqual(image)
  const sizes = t.other().prepare('SELECT length(data) FROM chunk ORDER BY i').pluck().all()
  expect(sizes).toEqual([262_144, 262_144, 75_712])
  expect(sidecars(t.file).filter((name) => !name.endsWith('-journal'))).toEqual([])
})

test.each([
  'UPDATE chunk SET data = zeroblob(length(data)) WHERE i = 1',
  'DELETE FROM chunk WHERE i = 0',
  'DELETE FROM chunk WHERE i = 2',
  'UPDATE chunk SET data = NULL WHERE i = 1',
  'UPDATE chunk SET i = 9 WHERE i = 1',
  'UPDATE chunk SET data = zeroblob(300000) WHERE i = 0',
  'UPDATE blob SET size = size + 1',
  'UPDATE blob SET size = 1099511627776',
  'UPDATE blob SET size = -1',
  "UPDATE blob SET mime = 'text/html'",
  'UPDATE blob SET w = NULL',
])('harm is noticed, and the image can be put again: %s', async (fault) => {
  const t = testWorkshop()
  const image = testAsset(600_000)
  const workshop = t.open()
  await put(workshop, image)
  const other = t.other()
  other.exec(fault)
  other.close()
  await expect(get(workshop, image)).rejects.toMatchObject({ code: 'damaged' })
  expect(await put(workshop, image)).toBe('file')
  expect(await get(workshop, image)).toEqual(image)
})

test('a file that is away: the image waits on this computer, and is in the file once that is back', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  const [before, meanwhile] = [testAsset(1000), testAsset(300_000)]
  await put(workshop, before)
  fs.renameSync(t.file, moved(t))
  expect(await put(workshop, meanwhile)).toBe('journal')
  expect(await flush(workshop)).toBe('journal')
  expect(await get(workshop, meanwhile)).toEqual(meanwhile)

  fs.renameSync(moved(t), t.file)
  expect(await flush(workshop)).toBe('file')
  workshop.close()
  expect(left(t)).toEqual([])
  const again = t.open()
  for (const image of [before, meanwhile]) expect(await get(again, image)).toEqual(image)
})

test('a file that was moved and not brought back has every image when it is opened at its new place', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  const image = testAsset(5000)
  fs.renameSync(t.file, moved(t))
  await put(workshop, image)
  workshop.close()
  const again = t.open(moved(t))
  expect(await get(again, image)).toEqual(image)
  again.close()
  expect(left(t)).toEqual([])
})

test('a file deleted while open: a saved copy has every image', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  const [before, after] = [testAsset(1000), testAsset(1000)]
  await put(workshop, before)
  fs.rmSync(t.file)
  await put(workshop, after)
  const copy = path.join(t.folder, 'Rescued.journey')
  workshop.saveCopy(copy)
  const rescued = t.open(copy)
  for (const image of [before, after]) expect(await get(rescued, image)).toEqual(image)
})

test.each(['while it is open', 'and the app is closed'])(
  'a file replaced by an older copy of itself %s gets its images again',
  async (when) => {
    const t = testWorkshop()
    const backup = path.join(t.folder, 'Backup.journey')
    fs.copyFileSync(t.file, backup)
    const workshop = t.open()
    const [before, after] = [testAsset(300_000), testAsset(1000)]
    await put(workshop, before)
    fs.renameSync(backup, t.file)
    expect(await put(workshop, after)).toBe('journal')
    if (when.includes('open')) expect(await flush(workshop)).toBe('file')
    workshop.close()
    const again = t.open()
    expect(await flush(again)).toBe('file')
    for (const image of [before, after]) expect(await get(again, image)).toEqual(image)
  },
)

test('a file locked by another program takes the image when it is free', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  const other = t.other()
  other.exec('BEGIN IMMEDIATE')
  const image = testAsset(1000)
  expect(await put(workshop, image)).toBe('journal')
  other.exec('COMMIT')
  expect(await flush(workshop)).toBe('file')
  expect(other.prepare('SELECT count(*) FROM blob').pluck().get()).toBe(1)
})

test('an image that waits is found by the next run, unless it was torn', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  const [whole, torn] = [testAsset(1000), testAsset(1000)]
  const other = t.other()
  other.exec('BEGIN IMMEDIATE')
  for (const image of [whole, torn]) await put(workshop, image)
  // As a crash leaves it: this run never ends.
  const spool = path.join(t.journalFolder, left(t).find((name) => name.endsWith('.images')) ?? '')
  fs.truncateSync(path.join(spool, torn.hash), 500)
  fs.writeFileSync(path.join(spool, `${'0'.repeat(64)}.tmp`), 'half')
  other.exec('COMMIT')

  const next = t.open()
  expect(await get(next, whole)).toEqual(whole)
  expect(await get(next, torn)).toBeNull()
  next.close()
  expect(t.other().prepare('SELECT lower(hex(hash)) FROM blob').pluck().all()).toEqual([whole.hash])
})

test('a copy of the workshop has its images', async () => {
  const t = testWorkshop()
  const workshop = t.open()
  const image = testAsset(700_000)
  await put(workshop, image)
  const copy = path.join(t.folder, 'Copy.journey')
  workshop.saveCopy(copy)
  expect(await get(t.open(copy), image)).toEqual(image)
})

test('a workshop opened for reading shows its images and takes none', async () => {
  const t = testWorkshop()
  const image = testAsset(1000)
  const first = t.open()
  await put(first, image)
  first.close()
  t.other().exec("UPDATE meta SET v = 2 WHERE k = 'min_writer'")
  const before = sha256(t.file)
  const workshop = t.open()
  expect(await get(workshop, image)).toEqual(image)
  expect(() => workshop.calls.putAsset(testAsset(10))).toThrow(expect.objectContaining({ code: 'read-only' }))
  workshop.close()
  expect(sha256(t.file)).toBe(before)
})
