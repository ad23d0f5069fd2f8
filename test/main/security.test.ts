import type { Session, WebFrameMain } from 'electron'
import { expect, test } from 'vitest'
import { createAllowedServers } from '../../electron/main/allowedServers.ts'
import { confineSession, isLocal, isTrusted } from '../../electron/main/security.ts'

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

/** What a session is told to do, by name. */
function confined() {
  const given = new Map<string, (...args: never[]) => unknown>()
  const keep = (name: string) => (handler: (...args: never[]) => unknown) => void given.set(name, handler)
  const servers = createAllowedServers()
  confineSession(
    {
      setPermissionRequestHandler: keep('request'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setSpellCheckerLanguages: () => undefined,
      setSpellCheckerEnabled: () => undefined,
      webRequest: { onBeforeRequest: keep('web') },
    } as unknown as Session,
    undefined,
    servers,
  )
  const isCancelled = (url: string, webContentsId?: number): boolean => {
    let cancelled = true
    const web = given.get('web') as (details: object, decide: (answer: { cancel: boolean }) => void) => void
    web({ url, webContentsId }, ({ cancel }) => (cancelled = cancel))
    return cancelled
  }
  const isPermitted = (permission: string): boolean =>
    (given.get('check') as (contents: null, name: string) => boolean)(null, permission)
  return { servers, isCancelled, isPermitted }
}

test('a request leaves this computer only to a server that its page may reach', () => {
  const { servers, isCancelled } = confined()
  const url = 'ws://192.168.1.5:4242/hub'
  expect([
    isCancelled('app://throughline/'),
    isCancelled(url, 1),
    isCancelled('https://example.org', 1),
  ]).toEqual([false, true, true])
  servers.allow(1, ['http://192.168.1.5:4242'])
  expect([
    isCancelled(url, 1),
    isCancelled(url, 2),
    isCancelled(url),
    isCancelled('ws://192.168.1.6:4242/', 1),
  ]).toEqual([false, true, true, true])
})

test('almost nothing is permitted', () => {
  const { isPermitted } = confined()
  const asked = [
    'media',
    'geolocation',
    'notifications',
    'clipboard-read',
    'openExternal',
    'usb',
    'display-capture',
  ]
  expect(asked.filter(isPermitted)).toEqual([])
  expect(['clipboard-sanitized-write', 'local-network-access'].every(isPermitted)).toBe(true)
})
