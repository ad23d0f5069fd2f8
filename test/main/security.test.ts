import type { WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import { isLocal, isTrusted } from '../../electron/main/security.ts'

const origin = 'app://throughline'
const frame = (url: string, parent: WebFrameMain | null = null) => ({ url, parent })
const inside = { url: `${origin}/` } as WebFrameMain

test('the page of a window is trusted', () => {
  expect(isTrusted(frame(`${origin}/`), origin)).toBe(true)
  expect(isTrusted(frame(`${origin}/index.html?x#y`), origin)).toBe(true)
  expect(isTrusted(frame('http://127.0.0.1:5173/'), 'http://127.0.0.1:5173')).toBe(true)
})

test.each([
  ['a frame that is gone', null],
  ['a frame inside the page', frame(`${origin}/`, inside)],
  ['an empty page', frame('about:blank')],
  ['no address', frame('')],
  ['another host', frame('app://other/')],
  ['a host that begins the same', frame('app://throughline.evil/')],
  ['another port', frame('app://throughline:1/')],
  ['another scheme', frame('https://throughline/')],
  ['a file', frame('file:///throughline/')],
  ['data', frame('data:text/html,app://throughline/')],
  ['a blob', frame('blob:app://throughline/1')],
  ['the dev server, when there is none', frame('http://127.0.0.1:5173/')],
])('%s is not trusted', (_, sender) => expect(isTrusted(sender, origin)).toBe(false))

test('requests stay on this computer', () => {
  const dev = 'http://127.0.0.1:5173'
  for (const url of [
    'app://throughline/a.js',
    'blob:app://throughline/1',
    'data:,x',
    'devtools://devtools/x',
  ])
    expect([url, isLocal(url, undefined)]).toEqual([url, true])
  for (const url of [
    'https://x.org/',
    'http://127.0.0.1:5173/',
    'ws://x/',
    'file:///etc/passwd',
    'ftp://x/',
    '',
  ])
    expect([url, isLocal(url, undefined)]).toEqual([url, false])
  for (const url of [`${dev}/@vite/client`, 'ws://127.0.0.1:5173/?token=1'])
    expect([url, isLocal(url, dev)]).toEqual([url, true])
  for (const url of ['http://127.0.0.1:5174/', 'http://127.0.0.1:5173.evil.org/', 'wss://127.0.0.1:5173/'])
    expect([url, isLocal(url, dev)]).toEqual([url, false])
})
