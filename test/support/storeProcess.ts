import { fork } from 'node:child_process'
import path from 'node:path'
import type { Client } from '../../shared/ipc/contract.ts'
import {
  controlContract,
  type StoreDown,
  type StoreRole,
  type StoreUp,
} from '../../shared/ipc/controlContract.ts'
import { libraryContract } from '../../shared/ipc/libraryContract.ts'
import { connect, type Port } from '../../shared/ipc/rpc.ts'
import { workshopContract } from '../../shared/ipc/workshopContract.ts'

/** The real store in a process of its own, driven as main drives it under a plain Node. */
export interface StoreProcess {
  readonly pid: number
  readonly control: Client<typeof controlContract>
  readonly exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>
  workshop(session: string): Client<typeof workshopContract>
  library(): Client<typeof libraryContract>
  /** As when the machine's patience ends: no chance to tidy up. */
  kill(): Promise<void>
  /** As when main ends: the channel closes. Resolves to the exit code. */
  disconnect(): Promise<number | null>
}

const ROOT = path.join(import.meta.dirname, '../..')
const ENTRY = path.join(ROOT, 'electron/store/index.ts')
/** Starts the store in less time. */
const NODE_COMPILE_CACHE = path.join(ROOT, 'node_modules/.cache/node')

/** Resolves when the store says that it is ready. */
export async function startStore(appData: string, entry = ENTRY): Promise<StoreProcess> {
  const env = { ...process.env, NODE_COMPILE_CACHE }
  const child = fork(entry, [appData], { execArgv: [], serialization: 'advanced', env })
  const inboxes = new Map<number | 'control', Set<(data: unknown) => void>>()
  const send = (message: StoreDown): void => void child.send(message, () => undefined)
  let lastClient = 0

  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }))
  })

  function port(inbox: number | 'control', post: (data: unknown) => void): Port {
    const listeners = new Set<(data: unknown) => void>()
    inboxes.set(inbox, listeners)
    return {
      post,
      listen(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close: () => listeners.clear(),
    }
  }

  function client(to: StoreRole): Port {
    const id = ++lastClient
    send({ kind: 'connect', client: id, to })
    return port(id, (data) => send({ kind: 'data', client: id, data }))
  }

  const control = port('control', (data) => send({ kind: 'control', data }))
  await new Promise<void>((resolve, reject) => {
    child.on('message', (message) => {
      const up = message as StoreUp
      if (up.kind === 'ready') return resolve()
      const inbox = inboxes.get(up.kind === 'control' ? 'control' : up.client)
      for (const deliver of inbox ?? []) deliver(up.data)
    })
    void exited.then(({ code, signal }) => reject(new Error(`The store ended: ${code ?? signal}`)))
  })

  return {
    pid: child.pid ?? 0,
    control: connect(controlContract, control).client,
    exited,
    workshop: (session) => connect(workshopContract, client({ role: 'workshop', session })).client,
    library: () => connect(libraryContract, client({ role: 'library' })).client,
    async kill() {
      child.kill('SIGKILL')
      await exited
    },
    async disconnect() {
      child.disconnect()
      return (await exited).code
    },
  }
}
