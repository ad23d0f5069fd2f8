import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { keepStore, type StoreEvents } from '../../electron/main/keepStore.ts'
import type { StoreProcess } from '../../electron/main/storeProcess.ts'
import { controlContract } from '../../shared/ipc/controlContract.ts'
import { serve } from '../../shared/ipc/rpc.ts'
import { portPair } from '../support/portPair.ts'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** Processes that run in the test. They answer `locate` with their number, and hold back `recent`. */
function fakeProcesses() {
  const ends: Array<(reason: string) => void> = []
  const killed: number[] = []
  let failing = 0

  async function start(): Promise<StoreProcess> {
    if (failing-- > 0) throw new Error('no such program')
    const number = ends.length + 1
    const [control, other] = portPair()
    const held = () => new Promise<never>(() => undefined)
    const unused = () => undefined
    serve(
      controlContract,
      {
        create: unused,
        open: held,
        close: unused,
        saveCopy: unused,
        rename: held,
        recent: held,
        locate: () => ({ file: `store ${number}` }),
        clearRecent: unused,
        copiesOf: () => [],
      },
      other,
    )
    const ended = new Promise<string>((resolve) => ends.push(resolve))
    return {
      runtime: `test ${number}`,
      control,
      attach: vi.fn(),
      end: () => ends[number - 1]?.('asked to'),
      kill: () => void killed.push(number),
      ended,
    }
  }

  return {
    start: vi.fn(start),
    killed,
    /** Ends the process that runs now. */
    crash: () => ends.at(-1)?.('SIGKILL'),
    failNext: (times: number) => void (failing = times),
  }
}

function listen(): { events: StoreEvents; heard: string[] } {
  const heard: string[] = []
  const hear = (what: string) => () => void heard.push(what)
  return { events: { running: hear('running'), lost: hear('lost'), failed: hear('failed') }, heard }
}

beforeEach(() => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  vi.spyOn(console, 'log').mockImplementation(() => undefined)
})
afterEach(() => void vi.restoreAllMocks())

test('calls wait until the store runs', async () => {
  const { events, heard } = listen()
  const store = keepStore(fakeProcesses().start, events)
  expect(store.isRunning()).toBe(false)
  expect(await store.control.locate({ id: 'x' })).toEqual({ file: 'store 1' })
  expect(store.isRunning()).toBe(true)
  expect(heard).toEqual(['running'])
})

test('a store that crashes is started again at once; whoever waited for an answer learns of it', async () => {
  const processes = fakeProcesses()
  const { events, heard } = listen()
  const store = keepStore(processes.start, events)
  await store.control.locate({ id: 'x' })
  const waiting = store.control.recent()
  await vi.advanceTimersByTimeAsync(0)
  processes.crash()
  await expect(waiting).rejects.toMatchObject({ code: 'store-lost' })
  const next = store.control.locate({ id: 'x' })
  await vi.advanceTimersByTimeAsync(0)
  expect(await next).toEqual({ file: 'store 2' })
  expect(heard).toEqual(['running', 'lost', 'running'])
})

test('the pauses grow, and after six tries in 30 seconds it is over', async () => {
  const processes = fakeProcesses()
  const { events, heard } = listen()
  const store = keepStore(processes.start, events)
  await vi.advanceTimersByTimeAsync(0)
  for (const pause of [0, 200, 1000, 1000, 1000, 1000]) {
    const before = processes.start.mock.calls.length
    processes.crash()
    await vi.advanceTimersByTimeAsync(Math.max(0, pause - 1))
    if (pause > 0) expect(processes.start).toHaveBeenCalledTimes(before)
    await vi.advanceTimersByTimeAsync(1)
    expect(processes.start).toHaveBeenCalledTimes(before + 1)
  }
  expect(heard).toEqual(['running', ...Array.from({ length: 6 }, () => ['lost', 'running']).flat()])
  expect(store.hasFailed()).toBe(false)
  processes.crash()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(heard.slice(-2)).toEqual(['lost', 'failed'])
  expect(store.hasFailed()).toBe(true)
  expect(processes.start).toHaveBeenCalledTimes(7)
  await expect(store.control.locate({ id: 'x' })).rejects.toMatchObject({ code: 'store-lost' })
})

test('crashes long ago do not count', async () => {
  const processes = fakeProcesses()
  const { events, heard } = listen()
  keepStore(processes.start, events)
  await vi.advanceTimersByTimeAsync(0)
  for (let crash = 0; crash < 10; crash++) {
    processes.crash()
    await vi.advanceTimersByTimeAsync(31_000)
  }
  expect(heard.filter((each) => each === 'running')).toHaveLength(11)
  expect(heard).not.toContain('failed')
})

test('a store that cannot be started is tried again, and not for ever', async () => {
  const processes = fakeProcesses()
  processes.failNext(2)
  const { events, heard } = listen()
  const store = keepStore(processes.start, events)
  const answer = store.control.locate({ id: 'x' })
  await vi.advanceTimersByTimeAsync(200)
  expect(await answer).toEqual({ file: 'store 1' })
  expect(heard).toEqual(['running'])

  const never = fakeProcesses()
  never.failNext(100)
  const { events: others, heard: alsoHeard } = listen()
  keepStore(never.start, others)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(alsoHeard).toEqual(['failed'])
  expect(never.start).toHaveBeenCalledTimes(7)
})

test('a store that was asked to end is not missed', async () => {
  const processes = fakeProcesses()
  const { events, heard } = listen()
  const store = keepStore(processes.start, events)
  await vi.advanceTimersByTimeAsync(0)
  await store.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(heard).toEqual(['running'])
  expect(processes.start).toHaveBeenCalledTimes(1)
  expect(processes.killed).toEqual([])
})

test('a store that does not end is killed', async () => {
  const processes = fakeProcesses()
  const store = keepStore(
    async () => ({ ...(await processes.start()), end: () => undefined }),
    listen().events,
  )
  await vi.advanceTimersByTimeAsync(0)
  const stopped = store.stop()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(processes.killed).toEqual([1])
  processes.crash()
  await stopped
})
