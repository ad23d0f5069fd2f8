import fs from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createWorkshopFile } from '../../electron/store/createWorkshopFile.ts'
import { startStore, type StoreProcess } from '../support/storeProcess.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { sha256, sidecars } from '../support/testWorkshop.ts'
import { updateWith } from '../support/updates.ts'

/** A store that may not write what others protect, and a workshop in a folder of its own. */
async function protectedWorkshop(): Promise<{
  store: StoreProcess
  file: string
  folder: string
  free: string
}> {
  const root = tempFolder()
  const [folder, free, appData] = ['protected', 'free', 'app-data'].map((name) => path.join(root, name)) as [
    string,
    string,
    string,
  ]
  fs.chmodSync(root, 0o755)
  for (const made of [folder, free, appData]) fs.mkdirSync(made)
  for (const open of [free, appData]) fs.chmodSync(open, 0o777)
  const file = path.join(folder, 'Kickoff.journey')
  createWorkshopFile(file)
  fs.chmodSync(file, 0o644)
  onTestFinished(() => fs.chmodSync(folder, 0o755))
  const store = await startStore(appData, path.join(import.meta.dirname, 'unprivilegedStore.ts'))
  onTestFinished(() => store.kill())
  return { store, file, folder, free }
}

test('a workshop that must not be written is opened for reading, and can be copied to where one may write', async () => {
  for (const protect of ['file', 'folder'] as const) {
    const { store, file, folder, free } = await protectedWorkshop()
    if (protect === 'file') fs.chmodSync(file, 0o444)
    else fs.chmodSync(folder, 0o555)
    const before = sha256(file)

    const { session, readOnly } = await store.control.open({ file })
    const workshop = store.workshop(session)
    expect({ readOnly, loaded: await workshop.load() }).toMatchObject({
      readOnly: true,
      loaded: { readOnly: true },
    })
    await expect(workshop.append({ update: updateWith('a', 1) })).rejects.toMatchObject({ code: 'read-only' })
    await workshop.saveThumbnail({ png: Uint8Array.of(1) })
    await store.control.saveCopy({ session, to: path.join(free, 'Copy.journey') })
    expect(await store.control.open({ file: path.join(free, 'Copy.journey') })).toMatchObject({
      readOnly: false,
    })
    await store.control.close({ session })
    expect({ hash: sha256(file), sidecars: sidecars(file) }).toEqual({ hash: before, sidecars: [] })
  }
})

test('nothing can be made, copied or renamed in a folder that must not be written', async () => {
  const { store, file, folder } = await protectedWorkshop()
  fs.chmodSync(file, 0o666)
  fs.chmodSync(folder, 0o555)
  const before = fs.readdirSync(folder)
  const { session } = await store.control.open({ file })
  const to = path.join(folder, 'Other.journey')
  for (const attempt of [
    store.control.create({ file: to }),
    store.control.saveCopy({ session, to }),
    store.control.rename({ session, to }),
  ])
    await expect(attempt).rejects.toMatchObject({ code: 'read-only' })
  expect(fs.readdirSync(folder)).toEqual(before)
  expect(await store.workshop(session).load()).toMatchObject({ updates: [] })
})
