import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { packGuestPage, readGuestPage } from '../../electron/host/guestPage.ts'
import { tempFolder } from '../support/tempFolder.ts'
import { hostOn } from './hostOn.ts'

function built(files: Readonly<Record<string, string>>): string {
  const folder = tempFolder()
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
    writeFileSync(path.join(folder, name), content)
  }
  return folder
}

test('the guest page and its assets are there, and nothing that browsers do not need', async () => {
  const page = readGuestPage(
    built({
      'guest.html': 'guest',
      'index.html': 'app',
      'assets/a-1.js': 'a'.repeat(2000),
      'assets/a-1.js.map': '{}',
      'assets/b.woff2': 'b',
      'assets/c.exe': 'c',
      'assets/deeper/d.js': 'd',
      'secret.txt': 'no',
    }),
  )
  expect([...page.keys()].toSorted()).toEqual(['/', '/assets/a-1.js', '/assets/b.woff2'])
  expect(page.get('/')?.content.toString()).toBe('guest')
  await packGuestPage(page)
  expect(gunzipSync(page.get('/assets/a-1.js')?.packed ?? '').toString()).toBe('a'.repeat(2000))
  expect(page.get('/assets/b.woff2')).toMatchObject({ type: 'font/woff2', packed: undefined, lasting: true })
})

test('without a guest page the app is it; without either it is an error', () => {
  expect(
    readGuestPage(built({ 'index.html': 'app' }))
      .get('/')
      ?.content.toString(),
  ).toBe('app')
  expect(() => readGuestPage(built({ 'other.html': 'x' }))).toThrow()
})

test('it is packed for who takes that, and as it is for who does not', async () => {
  const page = readGuestPage(built({ 'guest.html': 'g'.repeat(5000) }))
  const { port } = await hostOn({ page })
  const lengthFor = async (encoding: string): Promise<number> => {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { headers: { 'accept-encoding': encoding } })
    expect(await answer.text()).toBe('g'.repeat(5000))
    return Number(answer.headers.get('content-length'))
  }
  expect(await lengthFor('gzip')).toBe(5000) // not yet
  await packGuestPage(page)
  expect(await lengthFor('identity')).toBe(5000)
  expect(await lengthFor('br, gzip')).toBeLessThan(100)
})
