import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { bundledStore } from '../support/bundledStore.ts'

const ROOT = path.join(import.meta.dirname, '../..')

/** A server in a process of its own. */
export interface ServerProcess {
  readonly port: number
  readonly pid: number
  hasEnded(): boolean
  /** Most memory it ever had, MB. */
  mostMemory(): number
  end(): Promise<void>
}

/** Ours, bundled and run as `npm run signalling` does. */
export async function startOurs(key: string): Promise<ServerProcess> {
  const { entry, remove } = await bundledStore(path.join(ROOT, 'electron/host/standalone.ts'))
  const server = await start(
    (port) => ['--max-semi-space-size=2', entry, '--port', String(port)],
    () => ({ THROUGHLINE_KEY: key }),
  )
  return {
    ...server,
    async end() {
      await server.end()
      remove()
    },
  }
}

/** The one that comes with y-webrtc. */
export const startBundled = (): Promise<ServerProcess> =>
  start(
    () => [path.join(ROOT, 'node_modules/y-webrtc/bin/server.js')],
    (port) => ({ PORT: String(port) }),
  )

async function start(
  args: (port: number) => string[],
  env: (port: number) => Record<string, string>,
): Promise<ServerProcess> {
  const port = await freePort()
  const child = spawn(process.execPath, args(port), {
    env: { ...process.env, ...env(port) },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  await once(child.stdout, 'data') // both say that they listen
  child.stdout.resume()
  const { pid = 0 } = child
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null
  return {
    port,
    pid,
    hasEnded,
    mostMemory: () => {
      const [, kilobytes = '0'] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
      return Number(kilobytes) / 1024
    },
    async end() {
      if (hasEnded()) return
      child.kill('SIGKILL')
      await once(child, 'exit')
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
