import { Server } from '@hocuspocus/server'
import { expect, onTestFinished, test } from 'vitest'
import { WebSocket } from 'ws'
import { ENGINE_USAGE, engineCommand, EngineProblem } from '../../electron/engine/engineCommand.ts'
import { servePages } from '../../electron/engine/servePages.ts'
import type { GuestPage } from '../../electron/host/guestPage.ts'
import { createHostNames } from '../../electron/host/hostNames.ts'

test('it runs with nothing said, and for this computer only', () => {
  expect(engineCommand([], {})).toEqual({
    port: 4243,
    address: '127.0.0.1',
    names: [],
    origins: [],
    pages: undefined,
    rooms: 50,
    connections: 2000,
  })
})

test('every option is taken from the command, or else from the environment', () => {
  const env = { THROUGHLINE_PORT: '1', THROUGHLINE_HOSTS: 'a.example, b.example' }
  const command = engineCommand(['--port', '0', '--max-rooms', '3'], env)
  expect(command).toMatchObject({ port: 0, rooms: 3, names: ['a.example', 'b.example'] })
  expect(engineCommand(['--help'], {})).toBe('help')
  for (const name of ['port', 'address', 'hosts', 'origins', 'guest-page', 'max-rooms', 'max-connections'])
    expect(ENGINE_USAGE).toContain(`--${name} `)
})

test('what makes no sense is said in a sentence', () => {
  for (const args of [['--port', 'x'], ['--port', '99999'], ['--other'], ['stray']])
    expect(() => engineCommand(args, {})).toThrow(EngineProblem)
})

test('the guest page comes from the same port, and no other site gets at the engine', async () => {
  const content = Buffer.from('<!doctype html>')
  const page: GuestPage = new Map([['/', { type: 'text/html', content, packed: undefined, lasting: false }]])
  const health = () => ({ ok: true as const, rooms: 0, connections: 0, open: [] })
  let names: ReturnType<typeof createHostNames> | undefined
  const server = new Server({
    quiet: true,
    port: 0,
    address: '127.0.0.1',
    stopOnSignals: false,
    extensions: [servePages({ page, names: () => names, health })],
  })
  await server.listen()
  onTestFinished(() => server.destroy())
  const { port } = server.address
  names = createHostNames({ port, names: [], origins: [], now: Date.now })
  const origin = `http://127.0.0.1:${port}`
  expect(await (await fetch(origin)).text()).toBe('<!doctype html>')
  expect((await fetch(`${origin}/other`)).status).toBe(404)

  const opens = (from: string): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${port}/room`, { origin: from })
      socket.on('open', () => {
        socket.terminate()
        resolve(true)
      })
      socket.on('error', () => resolve(false))
    })
  expect(await opens(origin)).toBe(true)
  expect(await opens('app://throughline')).toBe(true)
  expect(await opens('https://evil.example')).toBe(false)
})
