import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { MessagePortMain } from 'electron'
import type { StoreDown, StoreUp } from '../../shared/ipc/controlContract.ts'
import { controlPort, createStoreMessages } from './storeMessages.ts'
import type { StoreLaunch, StoreProcess } from './storeProcess.ts'

/**
 * The store as a child of a plain Node, for an Electron whose own Node is too old for better-sqlite3's prebuilt
 * binary. Ports cannot cross to such a child, so main relays between them and one channel.
 */
export async function startNodeStore({ entry, userData }: StoreLaunch, node: string): Promise<StoreProcess> {
  const child = fork(entry, [userData], {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const messages = createStoreMessages()
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  })
  // A message to a store that is just ending is lost; whoever waits for an answer learns it from `ended`.
  const send = (message: StoreDown): void => {
    if (child.connected) child.send(message, () => undefined)
  }
  child.on('message', (message: StoreUp) => messages.receive(message))
  const attach = createRelay(messages.listen, send, ended)
  await messages.ready(ended).catch((error: unknown) => {
    child.kill('SIGKILL')
    throw error
  })
  return {
    runtime: `Node child process (${node})`,
    control: controlPort(messages, (data) => send({ kind: 'control', data })),
    attach,
    end: () => child.disconnect(),
    kill: () => void child.kill('SIGKILL'),
    ended,
  }
}

/** Carries messages between clients' ports and the child's one channel, until the child has ended. */
function createRelay(
  listen: (onMessage: (message: StoreUp) => void) => void,
  send: (message: StoreDown) => void,
  ended: Promise<unknown>,
): StoreProcess['attach'] {
  const ports = new Map<number, MessagePortMain>()
  let lastClient = 0
  listen((message) => {
    if (message.kind === 'data') ports.get(message.client)?.postMessage(message.data)
  })
  void ended.then(() => {
    for (const port of ports.values()) port.close()
    ports.clear()
  })
  return (port, to) => {
    const client = ++lastClient
    ports.set(client, port)
    send({ kind: 'connect', client, to })
    port.on('message', ({ data }) => send({ kind: 'data', client, data }))
    port.on('close', () => {
      ports.delete(client)
      send({ kind: 'gone', client })
    })
    port.start()
  }
}

/** The Node to run the store on: the one that the scripts chose, else the project's own, else the system's. */
export function findNode(appPath: string): string {
  const own = path.join(appPath, 'node_modules/.bin/node')
  return process.env['THROUGHLINE_NODE'] ?? (existsSync(own) ? own : 'node')
}
