import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createWorkshopFile } from '../../electron/store/createWorkshopFile.ts'
import { openLibrary } from '../../electron/store/library.ts'
import { createRecoveryJournals } from '../../electron/store/recoveryJournal.ts'
import { createSessions } from '../../electron/store/sessions.ts'
import { openWorkshop } from '../../electron/store/workshop.ts'
import { pngOf } from '../support/pngOf.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { sha256, sidecars } from '../support/testWorkshop.ts'
import { contentOf, updateWith } from '../support/updates.ts'

test('one workshop that cannot be closed does not keep the others open', () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  onTestFinished(() => silent.mockRestore())
  const { sessions, b, a } = computer((file, surroundings) => {
    const workshop = openWorkshop(file, surroundings)
    if (!file.includes('Alpha')) return workshop
    const close = (): void => {
      workshop.close()
      throw new Error('a bug')
    }
    return { ...workshop, close }
  })
  const opened = [a, b].map((file) => sessions.open(file).session)
  sessions.closeAll()
  for (const session of opened)
    expect(() => sessions.close(session)).toThrow(expect.objectContaining({ code: 'not-found' }))
})

/** Sessions on a computer of its own, and a folder with two workshops. */
function computer(open = openWorkshop) {
  const folder = tempFolder()
  const appData = path.join(folder, 'app-data')
  const library = openLibrary(appData, Date.now)
  const surroundings = {
    journals: createRecoveryJournals(path.join(appData, 'journal')),
    keepIn: path.join(appData, 'before-repair'),
    now: Date.now,
  }
  const sessions = createSessions(open, surroundings, library)
  onTestFinished(() => {
    sessions.closeAll()
    library.close()
  })
  const [a, b] = ['Alpha', 'Beta'].map((name) => path.join(folder, `${name}.journey`)) as [string, string]
  createWorkshopFile(a)
  createWorkshopFile(b)
  const content = async (session: string) => contentOf((await sessions.calls(session).load()).updates)
  return { folder, sessions, library, a, b, content, place: (name: string) => path.join(folder, name) }
}

test('a file is open once, by whatever name it is asked for', () => {
  const { sessions, a, place } = computer()
  const first = sessions.open(a)
  fs.symlinkSync(a, place('Link.journey'))
  expect(sessions.open(place('Link.journey'))).toEqual(first)
  expect(sessions.open(place('./app-data/../Alpha.journey'))).toEqual(first)
  sessions.close(first.session)
  expect(sessions.open(a).session).not.toBe(first.session)
})

test('a closed session answers no more', async () => {
  const { sessions, a } = computer()
  const { session } = sessions.open(a)
  const calls = sessions.calls(session)
  sessions.close(session)
  expect(() => calls.load()).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test('a copy has the content and an identity of its own', async () => {
  const { sessions, a, content, place } = computer()
  const { session } = sessions.open(a)
  const calls = sessions.calls(session)
  await calls.append({ update: updateWith('a', 1) })
  void calls.append({ update: updateWith('b', 2) }) // still waiting to be written
  sessions.saveCopy(session, place('Copy.journey'))

  const copy = sessions.open(place('Copy.journey'))
  expect(await content(copy.session)).toEqual({ a: 1, b: 2 })
  const [original, other] = [await calls.load(), await sessions.calls(copy.session).load()]
  expect(other.guid).not.toBe(original.guid)
  expect(other.lineage).not.toBe(original.lineage)
  expect(await content(session)).toEqual({ a: 1, b: 2 })
})

test('a copy replaces the file that was chosen, but never a workshop that is open', async () => {
  const { sessions, a, b, content, place } = computer()
  const { session } = sessions.open(a)
  await sessions.calls(session).append({ update: updateWith('a', 1) })
  fs.writeFileSync(place('Old.journey'), 'old')
  sessions.saveCopy(session, place('Old.journey'))
  expect(await content(sessions.open(place('Old.journey')).session)).toEqual({ a: 1 })

  sessions.open(b)
  fs.symlinkSync(b, place('Link.journey'))
  for (const target of [a, b, place('Link.journey')])
    expect(() => sessions.saveCopy(session, target)).toThrow(expect.objectContaining({ code: 'locked' }))
})

test('a copy that fails leaves nothing behind', () => {
  const { sessions, a, place } = computer()
  const { session } = sessions.open(a)
  fs.mkdirSync(place('Taken.journey'))
  const before = fs.readdirSync(place('.')).toSorted()
  expect(() => sessions.saveCopy(session, place('Taken.journey'))).toThrow('EISDIR')
  expect(() => sessions.saveCopy(session, place('nowhere/Copy.journey'))).toThrow('unable to open')
  expect(fs.readdirSync(place('.')).toSorted()).toEqual(before)
})

test('a window goes on through a rename', async () => {
  const { sessions, a, content, place } = computer()
  const { session } = sessions.open(a)
  const calls = sessions.calls(session)
  void calls.append({ update: updateWith('a', 1) })
  expect(sessions.rename(session, place('Gamma.journey'))).toEqual({
    file: place('Gamma.journey'),
    name: 'Gamma',
  })
  expect(await calls.append({ update: updateWith('b', 2) })).toEqual({ durable: 'file' })
  expect(await content(session)).toEqual({ a: 1, b: 2 })
  expect(fs.existsSync(a)).toBe(false)
  expect(sessions.open(place('Gamma.journey')).session).toBe(session)
  sessions.close(session)
  expect(sidecars(place('Gamma.journey'))).toEqual([])
})

test('a rename changes upper and lower case, and does nothing for the same name', async () => {
  const { sessions, a, content, place } = computer()
  const { session } = sessions.open(a)
  await sessions.calls(session).append({ update: updateWith('a', 1) })
  expect(sessions.rename(session, a)).toEqual({ file: a, name: 'Alpha' })
  expect(sessions.rename(session, place('ALPHA.journey'))).toMatchObject({ name: 'ALPHA' })
  expect(await content(session)).toEqual({ a: 1 })
})

test('a rename never replaces a file, and the workshop stays where it was', async () => {
  const { sessions, a, b, content } = computer()
  const { session } = sessions.open(a)
  await sessions.calls(session).append({ update: updateWith('a', 1) })
  const before = sha256(b)
  expect(() => sessions.rename(session, b)).toThrow(expect.objectContaining({ code: 'already-exists' }))
  expect(sha256(b)).toBe(before)
  expect(await sessions.calls(session).append({ update: updateWith('b', 2) })).toEqual({ durable: 'file' })
  expect(await content(session)).toEqual({ a: 1, b: 2 })
})

test('a workshop whose edits are only in the journal is not renamed', async () => {
  const { sessions, a, place } = computer()
  const { session } = sessions.open(a)
  await sessions.calls(session).append({ update: updateWith('a', 1) })
  fs.renameSync(a, place('Elsewhere.journey'))
  await sessions.calls(session).append({ update: updateWith('b', 2) })
  expect(() => sessions.rename(session, place('Gamma.journey'))).toThrow(
    expect.objectContaining({ code: 'file-moved' }),
  )
})

test('a thumbnail is kept in the file and on the start screen', async () => {
  const { sessions, library, a, place } = computer()
  const png = pngOf(560, 350)
  const { session } = sessions.open(a)
  await sessions.calls(session).saveThumbnail({ png })
  expect(await library.calls.recent()).toMatchObject([{ name: 'Alpha', thumbnail: png }])
  sessions.close(session)

  library.clear()
  fs.renameSync(a, place('Received.journey')) // as on another computer
  sessions.open(place('Received.journey'))
  expect(await library.calls.recent()).toMatchObject([{ name: 'Received', thumbnail: png }])
  const emptied = sessions.open(place('Received.journey')).session
  await sessions.calls(emptied).saveThumbnail({ png: null })
  expect(await library.calls.recent()).toMatchObject([{ name: 'Received', thumbnail: null }])
})

test('a picture that would take much memory, or is none, does not get to the start screen', async () => {
  const { sessions, library, a } = computer()
  const thumbnailOf = async (png: Uint8Array) => {
    const db = new Sqlite(a)
    db.prepare("INSERT OR REPLACE INTO thumb (key, at, data) VALUES ('workshop', 0, ?)").run(png)
    db.close()
    sessions.close(sessions.open(a).session)
    return (await library.calls.recent())[0]?.thumbnail
  }
  const largest = pngOf(2048, 2048, 2 ** 20)
  expect(await thumbnailOf(largest)).toEqual(largest)
  for (const bad of [
    pngOf(10, 10, 2 ** 20 + 1),
    pngOf(2049, 10),
    pngOf(10, 2 ** 31),
    pngOf(0, 10),
    pngOf(10, 10).subarray(0, 32),
    Buffer.from('GIF89a, and then some more bytes than a header'),
  ])
    expect(await thumbnailOf(bad)).toBeNull()
})

test('a workshop of a given lineage is another file, which may be merged with the first and is found by it', async () => {
  const { sessions, library, place } = computer()
  const lineage = 'ab'.repeat(16)
  for (const name of ['Mine.journey', 'Theirs.journey']) createWorkshopFile(place(name), { lineage })
  const loaded = await Promise.all(
    ['Mine.journey', 'Theirs.journey'].map(async (name) =>
      sessions.calls(sessions.open(place(name)).session).load(),
    ),
  )
  expect(loaded.map((each) => each.lineage)).toEqual([lineage, lineage])
  expect(new Set(loaded.map(({ guid }) => guid)).size).toBe(2)
  expect((await library.copiesOf(lineage)).map(({ name }) => name)).toEqual(['Theirs', 'Mine'])
})
