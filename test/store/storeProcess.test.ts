import { fork } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { startStore, type StoreProcess } from '../support/storeProcess.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { contentOf, updateWith } from '../support/updates.ts'

async function store(appData: string): Promise<StoreProcess> {
  const process = await startStore(appData)
  onTestFinished(() => process.kill())
  return process
}

test('what was made in one run of the store is there in the next', async () => {
  const folder = tempFolder()
  const file = path.join(folder, 'Kickoff.journey')
  const first = await store(folder)
  await first.control.create({ file })
  const opened = await first.control.open({ file })
  expect(opened).toMatchObject({ file, name: 'Kickoff', readOnly: false })
  const workshop = first.workshop(opened.session)
  expect(await workshop.append({ update: updateWith('a', 1) })).toEqual({ durable: 'file' })
  expect(await workshop.flush()).toEqual({ durable: 'file' })
  await first.control.close({ session: opened.session })
  expect(await first.disconnect()).toBe(0)

  const second = await store(folder)
  const again = await second.control.open({ file })
  const { updates } = await second.workshop(again.session).load()
  expect(contentOf(updates)).toEqual({ a: 1 })
  expect(await second.library().recent()).toMatchObject([{ name: 'Kickoff', folder, present: true }])
})

test('when main is gone the store writes what it was sent, closes the file and ends well', async () => {
  const folder = tempFolder()
  const file = path.join(folder, 'Kickoff.journey')
  const process = await store(folder)
  await process.control.create({ file })
  const { session } = await process.control.open({ file })
  const workshop = process.workshop(session)
  for (let n = 0; n < 20; n++) workshop.append({ update: updateWith(`k${n}`, n) }).catch(() => undefined)
  expect(await process.disconnect()).toBe(0)

  expect(fs.readdirSync(folder).filter((name) => name.startsWith('Kickoff'))).toEqual(['Kickoff.journey'])
  expect(fs.readdirSync(path.join(folder, 'journal'))).toEqual([])
  const db = new Sqlite(file, { readonly: true })
  onTestFinished(() => void db.close())
  expect(db.prepare('SELECT count(*) FROM upd').pluck().get()).toBe(20)
  expect(db.prepare("SELECT v FROM meta WHERE k = 'clean_close'").pluck().get()).toBe(1)
})

test('Ctrl-C in the terminal does not reach the store', async () => {
  const folder = tempFolder()
  const running = await store(folder)
  process.kill(running.pid, 'SIGINT')
  expect(await running.control.recent()).toEqual([])
})

test('an unknown session, a missing file and nonsense are answered with a code', async () => {
  const folder = tempFolder()
  const process = await store(folder)
  await expect(process.workshop('nobody').load()).rejects.toMatchObject({ code: 'not-found' })
  await expect(process.control.open({ file: path.join(folder, 'no.journey') })).rejects.toMatchObject({
    code: 'not-found',
  })
  await expect(process.control.open({ file: '' })).rejects.toMatchObject({ code: 'bad-request' })
})

test('after an error that nobody expected the store ends, and says where but not what', async () => {
  const entry = path.join(import.meta.dirname, '../../electron/store/index.ts')
  const child = fork(entry, [tempFolder()], { execArgv: [], serialization: 'advanced', silent: true })
  const errors: string[] = []
  child.stderr?.on('data', (text) => errors.push(String(text)))
  child.send({ kind: 'no such kind: a customer’s words' })
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(code).toBe(1)
  expect(errors.join('')).toMatch(/^store: fatal: internal \(Error\)\n +at /)
  expect(errors.join('')).not.toContain('customer')
})
