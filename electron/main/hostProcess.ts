import { utilityProcess } from 'electron'
import { hostContract } from '../../shared/ipc/hostContract.ts'
import type { Client } from '../../shared/ipc/contract.ts'
import { connect, type Port } from '../../shared/ipc/rpc.ts'

/** The process that serves this computer's sessions. */
export interface HostProcess {
  readonly client: Client<typeof hostContract>
  kill(): void
  /** Resolves when it has ended, to the reason in words for the log. Calls that wait fail then. */
  readonly ended: Promise<string>
}

/** Starts it as a utility process of Electron. `entry` is the bundled host, a file. */
export function startHostProcess(entry: string): HostProcess {
  const child = utilityProcess.fork(entry, [], { serviceName: 'host', stdio: 'inherit' })
  const port: Port = {
    post: (message) => child.postMessage(message),
    listen(onMessage) {
      child.on('message', onMessage)
      return () => child.off('message', onMessage)
    },
    close: () => undefined, // it ends with the process
  }
  const { client, close } = connect(hostContract, port)
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code) => {
      close()
      resolve(`exit code ${code}`)
    })
  })
  return { client, ended, kill: () => void child.kill() }
}
