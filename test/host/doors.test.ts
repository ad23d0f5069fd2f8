import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { inTurn } from './inTurn.ts'
import { hostOn, KEY } from './hostOn.ts'
import { newRoom } from './peers.ts'

/** The status of the answer to a request in these bytes; 0 if there is no answer. */
function statusOf(port: number, request: string): Promise<number> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(request))
    let answer = ''
    const done = (): void => {
      resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1] ?? 0))
      socket.destroy()
    }
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1')
      if (answer.includes('\r\n')) done()
    })
    socket.on('close', done)
    socket.on('error', done)
  })
}

const HANDSHAKE = {
  none: [],
  websocket: [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ],
  old: [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 8',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  ],
  other: ['Connection: Upgrade', 'Upgrade: h2c'],
} as const

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'CONNECT', 'BREW']
const FILES = ['/', '/health', '/assets/app-1.js']
const LINES = ['/signal', '/hub', '/guest']
const NOWHERE = ['/guest.html', '/index.html', '/hub/', '//', '/Health', '/assets', '/assets/', '*', '']

test('of all hosts, pages, paths, methods and handshakes only those on the list are answered', async () => {
  const { port } = await hostOn({
    behindProxy: true,
    origins: ['http://localhost:5173'],
    names: ['sessions.example'],
  })
  const room = newRoom()
  const query = `?room=${room}&token=${ownerToken(KEY, room, Date.now())}`
  const hosts = new Map<string | undefined, boolean>([
    [`127.0.0.1:${port}`, true],
    [`LocalHost:${port}`, true],
    [`[::1]:${port}`, true],
    ['sessions.example', true],
    [undefined, false],
    ['', false],
    ['127.0.0.1', false],
    [`127.0.0.1:${port + 1}`, false],
    ['evil.example', false],
    [`localhost:${port}.evil.example`, false],
    [`evil.example:${port}`, false],
    ['sessions.example.evil.example', false],
  ])
  const origins = new Map<string | undefined, boolean>([
    ['app://throughline', true],
    [`http://127.0.0.1:${port}`, true],
    ['https://sessions.example', true],
    ['http://localhost:5173', true],
    [undefined, false],
    ['null', false],
    ['', false],
    ['https://evil.example', false],
    ['app://throughline.evil.example', false],
    [`http://127.0.0.1:${port}.evil.example`, false],
    [`http://x@127.0.0.1:${port}`, false],
    ['http://127.0.0.1', false],
    [`http://127.0.0.1:${port}/`, false],
    ['file://', false],
  ])
  let asker = 0
  const ask = async (
    method: string,
    path: string,
    host: string | undefined,
    origin: string | undefined,
    handshake: keyof typeof HANDSHAKE,
  ): Promise<void> => {
    const target = LINES.includes(path) ? path + query : path
    const request = [
      `${method} ${target} HTTP/1.1`,
      ...(host === undefined ? [] : [`Host: ${host}`]),
      ...(origin === undefined ? [] : [`Origin: ${origin}`]),
      `X-Forwarded-For: 10.0.${++asker >> 8}.${asker & 255}`,
      ...HANDSHAKE[handshake],
    ]
    const status = await statusOf(port, `${request.join('\r\n')}\r\n\r\n`)
    const isOk = method === 'GET' && hosts.get(host) === true
    const isFile = isOk && handshake === 'none' && FILES.includes(path)
    const isLine = isOk && handshake === 'websocket' && LINES.includes(path) && origins.get(origin) === true
    const wanted = isFile ? 200 : isLine ? 101 : undefined
    const what = [method, target, host, origin, handshake]
    if (wanted === undefined)
      expect([what, [0, 400, 404].includes(status), status]).toEqual([what, true, status])
    else expect([what, status]).toEqual([what, wanted])
  }

  const asked: Array<() => Promise<void>> = []
  const paths = [...FILES, ...LINES, ...NOWHERE]
  for (const host of hosts.keys())
    for (const path of paths) {
      for (const method of METHODS) asked.push(() => ask(method, path, host, 'app://throughline', 'none'))
      for (const handshake of ['websocket', 'old', 'other'] as const)
        asked.push(() => ask('GET', path, host, 'app://throughline', handshake))
      asked.push(() => ask('POST', path, host, 'app://throughline', 'websocket'))
    }
  for (const origin of origins.keys())
    for (const path of paths)
      for (const handshake of ['none', 'websocket'] as const)
        asked.push(() => ask('GET', path, `127.0.0.1:${port}`, origin, handshake))
  await inTurn(asked, 50)
  expect(asked.length).toBeGreaterThan(2000)
})

test.each([
  '/../package.json',
  '/..%2f..%2fetc/passwd',
  '/%2e%2e/%2e%2e/etc/passwd',
  '/assets/../../main/index.js',
  '/assets/..\\..\\main\\index.js',
  '/assets/%00app-1.js',
  '/assets/app-1.js/',
  '/assets//app-1.js',
  '//assets/app-1.js',
  '/./assets/app-1.js',
  '/assets/app-1.js%20',
  '/ASSETS/app-1.js',
  'http://127.0.0.1/',
  'file:///etc/passwd',
  '/__proto__',
  '/constructor',
  '/toString',
])('%s is nothing', async (path) => {
  const { port } = await hostOn()
  expect(await statusOf(port, `GET ${path} HTTP/1.1\r\nHost: localhost:${port}\r\n\r\n`)).toBe(404)
})

test('what is not HTTP, or never ends, is cut off', async () => {
  const { port, server } = await hostOn()
  const host = `Host: localhost:${port}\r\n`
  for (const bytes of [
    '\0\x01\x02\x03\r\n\r\n',
    'GET / HTTP/9.9\r\n\r\n',
    `GET / HTTP/1.1\r\n${host}X: ${'a'.repeat(20_000)}\r\n\r\n`,
    `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`,
    `GET / HTTP/1.1\r\n${host}Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n`,
    `GET / HTTP/1.1\r\n${host}${host}\r\n`,
  ])
    expect([bytes.slice(0, 20), [0, 400, 404, 431].includes(await statusOf(port, bytes))]).toEqual([
      bytes.slice(0, 20),
      true,
    ])
  // Half a request: Node's own limit (`headersTimeout`) cuts it off.
  const started = performance.now()
  expect([0, 408]).toContain(await statusOf(port, `GET / HTTP/1.1\r\n${host}`))
  expect(performance.now() - started).toBeLessThan(9000)
  expect(server.health().connections).toBe(0)
})

test('the page comes with everything that keeps it to itself', async () => {
  const { port } = await hostOn()
  const { headers } = await fetch(`http://127.0.0.1:${port}/`)
  expect(Object.fromEntries(headers)).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': expect.stringMatching(
      /default-src 'none'.*connect-src 'self' ws: wss:.*frame-ancestors 'none'/,
    ),
    'x-content-type-options': 'nosniff',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'referrer-policy': 'no-referrer',
  })
  expect(headers.get('access-control-allow-origin')).toBeNull()
})
