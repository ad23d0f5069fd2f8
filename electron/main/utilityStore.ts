import { utilityProcess } from 'electron'
import type { StoreDown, StoreUp } from '../../shared/ipc/controlContract.ts'
import { controlPort, createStoreMessages } from './storeMessages.ts'
import type { StoreLaunch, StoreProcess } from './storeProcess.ts'

/** The store as a utility process of Electron: clients' ports go to it, and main is on no line but its own. */
export async function startUtilityStore({ entry, userData }: StoreLaunch): Promise<StoreProcess> {
  const child = utilityProcess.fork(entry, [userData], { serviceName: 'store', stdio: 'inherit' })
  const messages = createStoreMessages()
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code) => resolve(`exit code ${code}`))
  })
  let lastClient = 0
  const send = (message: StoreDown) => child.postMessage(message)
  child.on('message', (message: StoreUp) => messages.receive(message))

  const store: StoreProcess = {
    runtime: 'utility process',
    control: controlPort(messages, (data) => send({ kind: 'control', data })),
    attach(port, to) {
      child.postMessage({ kind: 'connect', client: ++lastClient, to } satisfies StoreDown, [port])
    },
    end: () => child.kill(),
    kill() {
      if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
    },
    ended,
  }
  return whenReady(store, messages.ready(ended))
}

async function whenReady(store: StoreProcess, ready: Promise<void>): Promise<StoreProcess> {
  try {
    await ready
  } catch (error) {
    store.end()
    throw error
  }
  return store
}
