import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openLibrary, type Library } from '../../electron/store/library.ts'
import { tempFolder } from '../support/tempFolder.ts'

function open(folder: string): Library {
  let time = 1000
  const library = openLibrary(folder, () => (time += 1))
  onTestFinished(() => library.close())
  return library
}

function workshopIn(
  folder: string,
  name: string,
  guid = name,
  lineage = guid,
): { file: string; guid: string; lineage: string; thumbnail: null } {
  const file = path.join(folder, `${name}.journey`)
  fs.writeFileSync(file, '')
  return { file, guid, lineage, thumbnail: null }
}

const names = async (library: Library): Promise<string[]> =>
  (await library.calls.recent()).map(({ name }) => name)

test('the newest workshop is first, once, and at most 30 are shown', async () => {
  const folder = tempFolder()
  const library = open(folder)
  for (let n = 0; n < 35; n++) library.opened(workshopIn(folder, `W${n}`))
  library.opened(workshopIn(folder, 'W20'))
  const shown = await names(library)
  expect(shown).toHaveLength(30)
  expect(shown.slice(0, 3)).toEqual(['W20', 'W34', 'W33'])
})

test('a workshop whose file is gone is shown as such, and left out of the menu', async () => {
  const folder = tempFolder()
  const library = open(folder)
  const gone = workshopIn(folder, 'Gone')
  library.opened(gone)
  library.opened(workshopIn(folder, 'There'))
  fs.rmSync(gone.file)
  expect(await library.calls.recent()).toMatchObject([
    { name: 'There', present: true, openedAt: 1002 },
    { name: 'Gone', present: false, openedAt: 1001 },
  ])
  expect((await library.present()).map(({ name }) => name)).toEqual(['There'])
})

test('a workshop can be taken off the list and put back', async () => {
  const folder = tempFolder()
  const library = open(folder)
  library.opened(workshopIn(folder, 'A'))
  const [{ id } = { id: '' }] = await library.calls.recent()
  await library.calls.forget({ id })
  expect(await names(library)).toEqual([])
  await library.calls.remember({ id })
  expect(await names(library)).toEqual(['A'])
  expect(library.locate(id)).toBe(path.join(folder, 'A.journey'))
  library.clear()
  expect(await names(library)).toEqual([])
  expect(() => library.locate(id)).toThrow(expect.objectContaining({ code: 'not-found' }))
})

test('a workshop that was moved keeps its place in the list; a copy gets its own', async () => {
  const folder = tempFolder()
  const library = open(folder)
  const original = workshopIn(folder, 'Original', 'guid')
  library.opened(original)
  library.opened(workshopIn(folder, 'Copy', 'guid'))
  expect(await names(library)).toEqual(['Copy', 'Original'])
  fs.rmSync(original.file)
  library.opened(workshopIn(folder, 'Moved', 'guid'))
  expect(await names(library)).toEqual(['Moved', 'Copy'])
})

test('the list survives a restart, and a renamed workshop is followed', async () => {
  const folder = tempFolder()
  const first = open(folder)
  const { file } = workshopIn(folder, 'Before')
  first.opened({ file, guid: 'g', lineage: 'l', thumbnail: Uint8Array.of(7) })
  first.renamed(file, path.join(folder, 'After.journey'))
  first.close()
  expect(await open(folder).calls.recent()).toMatchObject([{ name: 'After', thumbnail: Uint8Array.of(7) }])
})

test('a list that cannot be read is set aside and begun anew', async () => {
  const folder = tempFolder()
  fs.writeFileSync(path.join(folder, 'library.sqlite'), 'x'.repeat(5000))
  const library = open(folder)
  library.opened(workshopIn(folder, 'A'))
  expect(await names(library)).toEqual(['A'])
  expect(fs.readdirSync(folder).filter((name) => name.includes('damaged'))).toHaveLength(1)
})

test('copies of one lineage are found while their files are there, the newest first', async () => {
  const folder = tempFolder()
  const library = open(folder)
  library.opened(workshopIn(folder, 'A', 'a', 'one'))
  library.opened(workshopIn(folder, 'B', 'b', 'one'))
  library.opened(workshopIn(folder, 'C', 'c', 'other'))
  const gone = workshopIn(folder, 'D', 'd', 'one')
  library.opened(gone)
  fs.rmSync(gone.file)
  const copies = await library.copiesOf('one')
  expect(copies.map(({ name }) => name)).toEqual(['B', 'A'])
  expect(library.locate(copies[0]?.id ?? '')).toBe(path.join(folder, 'B.journey'))
  expect(await library.copiesOf('none')).toEqual([])
})

test('a list that an older version made is used as it is', async () => {
  const folder = tempFolder()
  const older = openLibrary(folder, () => 1)
  older.opened(workshopIn(folder, 'A', 'a', 'one'))
  older.close()
  const db = new Sqlite(path.join(folder, 'library.sqlite'))
  db.exec('DROP TABLE descent')
  db.close()
  const library = open(folder)
  expect(await names(library)).toEqual(['A'])
  expect(await library.copiesOf('one')).toEqual([]) // until it is opened again
  library.opened(workshopIn(folder, 'A', 'a', 'one'))
  expect(await library.copiesOf('one')).toHaveLength(1)
})
