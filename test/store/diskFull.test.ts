import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { testAsset } from '../support/testAsset.ts'
import { startStore } from '../support/storeProcess.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { contentOf, updateWith } from '../support/updates.ts'

/** Part of util-linux, which every Linux has. */
const LIMIT_TOOL = 'prlimit'

/** A file of this many bytes is as large as the process may make one; to SQLite that is a disk that fails. */
function limitFiles(pid: number, bytes: number | 'unlimited'): void {
  execFileSync(LIMIT_TOOL, [`--pid=${pid}`, `--fsize=${bytes}:unlimited`])
}

describe.runIf(process.platform === 'linux')('on a disk that takes no more', () => {
  test('edits wait in the journal, are refused when that is full too, and reach the file later', async () => {
    const folder = tempFolder()
    const file = path.join(folder, 'Kickoff.journey')
    const store = await startStore(path.join(folder, 'app-data'))
    onTestFinished(() => store.kill())
    await store.control.create({ file })
    const { session } = await store.control.open({ file })
    const workshop = store.workshop(session)
    const expected: Record<string, string> = {}
    const append = async (key: string, length: number): Promise<unknown> => {
      expected[key] = 'x'.repeat(length)
      return workshop.append({ update: updateWith(key, expected[key]) })
    }
    expect(await append('a', 1000)).toEqual({ durable: 'file' })

    limitFiles(store.pid, fs.statSync(file).size)
    expect(await append('b', 20_000)).toEqual({ durable: 'journal' })
    expect(await workshop.flush()).toEqual({ durable: 'journal' })
    expect(contentOf((await workshop.load()).updates)).toEqual(expected)

    await expect(append('c', 200_000)).rejects.toMatchObject({ code: 'disk-full' })
    delete expected['c']
    expect(await append('d', 100)).toEqual({ durable: 'journal' })

    limitFiles(store.pid, 'unlimited')
    expect(await workshop.flush()).toEqual({ durable: 'file' })
    expect(await append('c', 200_000)).toEqual({ durable: 'file' })
    await store.control.close({ session })
    const again = await store.control.open({ file })
    expect(contentOf((await store.workshop(again.session).load()).updates)).toEqual(expected)
  })

  test('an image waits beside the journal, is refused when it fits nowhere, and reaches the file later', async () => {
    const folder = tempFolder()
    const file = path.join(folder, 'Kickoff.journey')
    const store = await startStore(path.join(folder, 'app-data'))
    onTestFinished(() => store.kill())
    await store.control.create({ file })
    const { session } = await store.control.open({ file })
    const workshop = store.workshop(session)
    const { size } = fs.statSync(file)
    const [small, large] = [testAsset(20_000), testAsset(size + 100_000)]

    limitFiles(store.pid, size)
    expect(await workshop.putAsset(small)).toEqual({ durable: 'journal' })
    await expect(workshop.putAsset(large)).rejects.toMatchObject({ code: 'disk-full' })
    expect(await workshop.getAsset({ hash: small.hash })).toEqual(small)
    expect(await workshop.getAsset({ hash: large.hash })).toBeNull()
    expect(await workshop.flush()).toEqual({ durable: 'journal' })

    limitFiles(store.pid, 'unlimited')
    expect(await workshop.flush()).toEqual({ durable: 'file' })
    expect(await workshop.putAsset(large)).toEqual({ durable: 'file' })
    await store.control.close({ session })
    const again = await store.control.open({ file })
    for (const image of [small, large])
      expect(await store.workshop(again.session).getAsset({ hash: image.hash })).toEqual(image)
  })

  test('a kill while edits are only in the journal loses none', async () => {
    const folder = tempFolder()
    const file = path.join(folder, 'Kickoff.journey')
    const store = await startStore(path.join(folder, 'app-data'))
    onTestFinished(() => store.kill())
    await store.control.create({ file })
    const { session } = await store.control.open({ file })
    limitFiles(store.pid, fs.statSync(file).size)
    const workshop = store.workshop(session)
    expect(await workshop.append({ update: updateWith('a', 'x'.repeat(20_000)) })).toEqual({
      durable: 'journal',
    })
    await store.kill()

    const next = await startStore(path.join(folder, 'app-data'))
    onTestFinished(() => next.kill())
    const again = await next.control.open({ file })
    const loaded = await next.workshop(again.session).load()
    expect(loaded).toMatchObject({ recovered: 1 })
    expect(contentOf(loaded.updates)).toEqual({ a: 'x'.repeat(20_000) })
  })
})
