import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { openSettings, type SettingsFile } from '../../electron/main/settings.ts'
import type { SessionSettings } from '../../shared/ipc/sessionSettings.ts'
import { tempFolder } from '../support/tempFolder.ts'

const placement = { x: 1, y: 2, width: 1000, height: 700, maximized: false }

async function open(file: string): Promise<{ settings: SettingsFile; errors: unknown[] }> {
  const errors: unknown[] = []
  return { settings: await openSettings(file, 'hr', (error) => errors.push(error)), errors }
}

test('the first start has the language of the system and its theme', async () => {
  const { settings, errors } = await open(path.join(tempFolder(), 'settings.json'))
  expect(settings.choices()).toEqual({ language: 'hr', theme: 'system' })
  expect(errors).toEqual([])
})

test('what was chosen is there after the next start', async () => {
  const file = path.join(tempFolder(), 'settings.json')
  const { settings } = await open(file)
  settings.change({ language: 'fa' })
  settings.change({ theme: 'dark' })
  settings.change({ placement, folder: '/somewhere' })
  expect(settings.choices()).toEqual({ language: 'fa', theme: 'dark' })
  await settings.written()
  const again = (await open(file)).settings
  expect(again.choices()).toEqual({ language: 'fa', theme: 'dark' })
  expect(again.remembered()).toMatchObject({ placement, folder: '/somewhere' })
})

test('what is in the file is always whole, however many changes follow each other', async () => {
  const folder = tempFolder()
  const file = path.join(folder, 'settings.json')
  const { settings, errors } = await open(file)
  const written: Array<Promise<void>> = []
  for (let width = 1; width <= 50; width++) {
    settings.change({ placement: { ...placement, width } })
    written.push(settings.written().then(() => void JSON.parse(readFileSync(file, 'utf8'))))
    if (width % 10 === 0) await settings.written()
  }
  await Promise.all(written)
  expect((await open(file)).settings.remembered().placement?.width).toBe(50)
  expect(readdirSync(folder)).toEqual(['settings.json'])
  expect(errors).toEqual([])
})

test('a damaged file means defaults, and is reported', async () => {
  const file = path.join(tempFolder(), 'settings.json')
  writeFileSync(file, '{"language": "pl", "the')
  const { settings, errors } = await open(file)
  expect(settings.choices()).toEqual({ language: 'hr', theme: 'system' })
  expect(errors).toHaveLength(1)
})

test('a value that means nothing here does not cost the others', async () => {
  const file = path.join(tempFolder(), 'settings.json')
  writeFileSync(file, JSON.stringify({ language: 'tlh', theme: 'dark', placement: { x: 'far' }, later: 1 }))
  const { settings, errors } = await open(file)
  expect(settings.choices()).toEqual({ language: 'hr', theme: 'dark' })
  expect(settings.remembered().placement).toBeUndefined()
  expect(errors).toEqual([])
})

test('a choice that cannot be written holds until the app ends, and is reported', async () => {
  const file = path.join(tempFolder(), 'settings.json')
  const { settings, errors } = await open(file)
  mkdirSync(file) // in the way
  settings.change({ theme: 'dark' })
  await settings.written()
  expect(settings.choices().theme).toBe('dark')
  expect(errors).toHaveLength(1)
})

test('what sessions may use besides this computer is kept, and nothing that makes no sense', async () => {
  const file = path.join(tempFolder(), 'settings.json')
  const { settings } = await open(file)
  expect(settings.choices().session).toBeUndefined()
  const session: SessionSettings = {
    server: 'https://sessions.example.org',
    serverKey: 'key',
    stun: ['stun:stun.example.org:3478'],
    turn: [{ urls: 'turn:turn.example.org:3478?transport=tcp', username: 'a', credential: 'b' }],
    relayOnly: true,
    engine: 'wss://engine.example.org',
  }
  settings.change({ session })
  await settings.written()
  expect((await open(file)).settings.choices().session).toEqual(session)
  for (const wrong of [
    { server: 'sessions.example.org' },
    { server: 'https://user@sessions.example.org' },
    { server: 'https://sessions.example.org/path' },
    { server: 'file:///etc' },
    { stun: ['https://stun.example.org'] },
    { stun: ['stun:a b'] },
    { turn: [{ urls: 'turn:x?transport=sctp' }] },
    { engine: 'https://engine.example.org' },
  ]) {
    writeFileSync(file, JSON.stringify({ theme: 'dark', session: wrong }))
    const { choices } = (await open(file)).settings
    expect([wrong, choices().session, choices().theme]).toEqual([wrong, undefined, 'dark'])
  }
})
