import { EventEmitter, once } from 'node:events'
import type { NetworkInterfaceInfo } from 'node:os'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHosting } from '../../electron/main/createHosting.ts'
import { hostOrigins } from '../../electron/main/hostOrigins.ts'
import type { HostProcess } from '../../electron/main/hostProcess.ts'
import { keepHost, type KeepHostOptions } from '../../electron/main/keepHost.ts'
import type { DesktopEvent } from '../../shared/ipc/desktopContract.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { isOwnerToken } from '../../shared/session/ownerToken.ts'

beforeEach(
  () =>
    void vi.useFakeTimers({
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'],
    }),
)
afterEach(() => void vi.useRealTimers())

const KEY = 'a key that only the tests know'
const info = (address: string, internal = false): NetworkInterfaceInfo =>
  ({ address, internal, family: address.includes(':') ? 'IPv6' : 'IPv4' }) as NetworkInterfaceInfo

/** Processes that run in the test, each of which gets the first free port that it asks for. */
function fakeProcesses() {
  const taken = new Set<number>()
  const ends = new EventEmitter()
  let running = 0
  let fails = false
  const launch = vi.fn((): HostProcess => {
    const number = ++running
    const ended = once(ends, `end ${number}`).then(() => 'killed')
    return {
      client: {
        async listen({ ports }) {
          if (fails) throw new Error('no port')
          return { port: ports.find((port) => !taken.has(port)) ?? 0 }
        },
      },
      ended,
      kill: () => void ends.emit(`end ${number}`),
    }
  })
  return {
    launch,
    taken,
    crash: () => void ends.emit(`end ${running}`),
    failFromNow: (does: boolean) => void (fails = does),
  }
}

function hostingOn(options: Partial<KeepHostOptions> = {}) {
  const processes = fakeProcesses()
  const told: Array<readonly [window: string, event: DesktopEvent]> = []
  const network = { lo: [info('127.0.0.1', true)], eth0: [info('192.168.1.5')] }
  const ports: number[] = []
  const host = keepHost({
    launch: processes.launch,
    key: KEY,
    pages: '/pages',
    origins: [],
    lastPort: undefined,
    onLost: () => hosting.lost(),
    onBack: (port) => hosting.back(port),
    onFailed: () => hosting.failed(),
    ...options,
  })
  const hosting = createHosting<string>({
    host,
    key: KEY,
    interfaces: () => network,
    tell: (window, event) => told.push([window, event]),
    onPort: (port) => ports.push(port),
  })
  return { ...processes, hosting, told, network, ports }
}

const ROOM = 'A'.repeat(22) as RoomId
const OTHER = 'B'.repeat(22) as RoomId
const settled = (): Promise<unknown> => vi.advanceTimersByTimeAsync(0)

test('a window hosts a room where others reach it, with a token that opens this room and no other', async () => {
  const { hosting } = hostingOn()
  const started = await hosting.start('a', ROOM)
  expect(started).toEqual({
    result: 'hosting',
    origins: ['http://192.168.1.5:4242', 'http://127.0.0.1:4242'],
    local: 'ws://127.0.0.1:4242',
    ownerToken: expect.any(String),
  })
  const { ownerToken } = started as { ownerToken: string }
  expect([
    isOwnerToken(KEY, ROOM, ownerToken, Date.now()),
    isOwnerToken(KEY, OTHER, ownerToken, Date.now()),
  ]).toEqual([true, false])
})

test('where it was last is preferred, else the next that is free', async () => {
  const last = hostingOn({ lastPort: 5000 })
  expect(await last.hosting.start('a', ROOM)).toMatchObject({ local: 'ws://127.0.0.1:5000' })
  const taken = hostingOn({ lastPort: 5000 })
  taken.taken.add(5000).add(4242)
  expect(await taken.hosting.start('a', ROOM)).toMatchObject({ local: 'ws://127.0.0.1:4243' })
  expect(taken.ports).toEqual([4243])
})

test('a server that goes away is back at once where it was, and its windows hear of both', async () => {
  const { hosting, crash, told, launch } = hostingOn()
  await hosting.start('a', ROOM)
  await hosting.start('b', OTHER)
  expect(launch).toHaveBeenCalledTimes(1)
  crash()
  await settled()
  await settled()
  expect(told.map(([window, { event }]) => [window, event])).toEqual([
    ['a', 'hostLost'],
    ['b', 'hostLost'],
    ['a', 'hostBack'],
    ['b', 'hostBack'],
  ])
  expect(told[3]?.[1]).toMatchObject({ room: OTHER, local: 'ws://127.0.0.1:4242' })
})

test('one that goes away again and again is given up', async () => {
  const { hosting, crash, told } = hostingOn()
  await hosting.start('a', ROOM)
  for (let i = 0; i < 7; i++) {
    crash()
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect(told.at(-1)).toEqual(['a', { event: 'hostFailed', code: 'host-failed' }])
})

test('one that cannot be had is said to the window, and tried anew the next time', async () => {
  const { hosting, failFromNow, told } = hostingOn()
  failFromNow(true)
  expect(await hosting.start('a', ROOM)).toEqual({ result: 'failed', code: 'host-failed' })
  failFromNow(false)
  expect(await hosting.start('a', ROOM)).toMatchObject({ result: 'hosting' })
  expect(told).toEqual([])
})

test('it runs on for a while after its last room, so that a page that loads again finds it', async () => {
  const { hosting, launch } = hostingOn()
  await hosting.start('a', ROOM)
  hosting.leave('a')
  await vi.advanceTimersByTimeAsync(10_000)
  await hosting.start('a', ROOM)
  expect(launch).toHaveBeenCalledTimes(1)
  hosting.stop('b', ROOM) // not theirs
  await vi.advanceTimersByTimeAsync(60_000)
  await hosting.start('a', ROOM)
  expect(launch).toHaveBeenCalledTimes(1)
  hosting.stop('a', ROOM)
  await vi.advanceTimersByTimeAsync(20_000)
  await hosting.start('a', ROOM)
  expect(launch).toHaveBeenCalledTimes(2)
})

test('a computer that changes networks says where it is now', async () => {
  const { hosting, told, network } = hostingOn()
  await hosting.start('a', ROOM)
  await vi.advanceTimersByTimeAsync(10_000)
  expect(told).toEqual([])
  network.eth0 = [info('10.0.0.7')]
  await vi.advanceTimersByTimeAsync(5000)
  expect(told).toMatchObject([
    ['a', { event: 'hostBack', room: ROOM, origins: ['http://10.0.0.7:4242', 'http://127.0.0.1:4242'] }],
  ])
})

test('addresses that others reach come first, and those of nobody else are left out', () => {
  const interfaces = {
    lo: [info('127.0.0.1', true), info('::1', true)],
    docker0: [info('172.17.0.1')],
    wlan0: [info('2001:db8::5'), info('fe80::1'), info('169.254.3.3'), info('192.168.1.5')],
    eth0: [info('203.0.113.9')],
  }
  expect(hostOrigins(interfaces, 80)).toEqual([
    'http://192.168.1.5:80',
    'http://203.0.113.9:80',
    'http://172.17.0.1:80',
    'http://[2001:db8::5]:80',
    'http://127.0.0.1:80',
  ])
})
