import type { MessagePortMain } from 'electron'
import type { Client } from '../../shared/ipc/contract.ts'
import { controlContract, type StoreRole } from '../../shared/ipc/controlContract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { connect } from '../../shared/ipc/rpc.ts'
import { logError } from './logError.ts'
import type { StoreProcess } from './storeProcess.ts'

/** Pauses before the store is started again, the first loss first. ms */
const PAUSES = [0, 200, 1000, 1000, 1000, 1000]
/** More losses than there are pauses within this time, and it is not tried again. ms */
const LOSSES_COUNT_FOR = 30_000
/** A store that was asked to end and is still there after this is killed. ms */
const MOST_END_TIME = 5_000

export type Control = Client<typeof controlContract>

/** One store at a time, started again when it goes away. */
export interface KeptStore {
  /** Main's own calls. They wait while the store is being started; `store-lost` if it goes away meanwhile. */
  readonly control: Control
  /** Does a store run now? */
  isRunning(): boolean
  /** Was it given up? Then it never runs again. */
  hasFailed(): boolean
  /** Gives a client a line of its own to the store that runs now. */
  attach(port: MessagePortMain, to: StoreRole): void
  /** Ends the store for good. Resolves when it has ended. */
  stop(): Promise<void>
}

/** What the owner of a kept store wants to hear. */
export interface StoreEvents {
  /** One runs: the first, or one that knows nothing of the sessions and lines of the last. */
  running(): void
  /** It went away; another is being started. */
  lost(): void
  /** It went away too often, or cannot be started. */
  failed(): void
}

/** Starts a store with `start` and keeps it running. */
export function keepStore(start: () => Promise<StoreProcess>, events: StoreEvents): KeptStore {
  let stopping = false
  let failed = false
  let running: Running | undefined
  const losses: number[] = []
  let current = launch()

  async function launch(): Promise<Running> {
    for (;;) {
      try {
        running = run(await start())
        console.log(`store: runs as ${running.process.runtime}`)
        void watch(running)
        events.running()
        return running
      } catch (error) {
        logError('store: cannot be started', error)
        await pauseOrFail()
      }
    }
  }

  async function watch(watched: Running): Promise<void> {
    const reason = await watched.process.ended
    running = undefined
    watched.close()
    if (stopping) return
    console.error(`store: ended (${reason}), starting it again`)
    current = pauseOrFail().then(launch)
    current.catch(giveUp)
    events.lost()
  }

  /** Waits as long as this loss demands; throws when there were too many. */
  async function pauseOrFail(): Promise<void> {
    const now = performance.now()
    while (losses[0] !== undefined && now - losses[0] > LOSSES_COUNT_FOR) losses.shift()
    const pause = PAUSES[losses.length]
    losses.push(now)
    if (stopping || pause === undefined) throw new AppError('store-lost', 'the store is not started again')
    await new Promise((resolve) => setTimeout(resolve, pause))
  }

  function giveUp(): void {
    failed = true
    events.failed()
  }

  current.catch(giveUp)
  const call = (method: keyof Control) => async (input: unknown) =>
    // Method and input belong together; going over all methods loses that to the compiler.
    (await current).control[method](input as never)
  return {
    control: Object.fromEntries(
      Object.keys(controlContract).map((method) => [method, call(method as keyof Control)]),
    ) as unknown as Control,
    isRunning: () => running !== undefined,
    hasFailed: () => failed,
    attach: (port, to) => running?.process.attach(port, to),
    async stop() {
      stopping = true
      await current.then(endProcess, () => undefined) // a store that never started need not end
    },
  }
}

interface Running {
  readonly process: StoreProcess
  readonly control: Control
  close(): void
}

function run(store: StoreProcess): Running {
  const { client, close } = connect(controlContract, store.control)
  return { process: store, control: client, close }
}

async function endProcess({ process: store }: Running): Promise<void> {
  const timer = setTimeout(() => store.kill(), MOST_END_TIME)
  store.end()
  await store.ended
  clearTimeout(timer)
}
