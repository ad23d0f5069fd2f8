import type { HostProcess } from './hostProcess.ts'
import { logError } from './logError.ts'

/** The first port that is tried, and how many after it. */
const FIRST_PORT = 4242
const PORTS = 12
/** Pauses before it is started again, the first loss first. ms */
const PAUSES = [0, 200, 500, 500, 1000, 1000]
/** More losses than there are pauses within this time, and it is not tried again. ms */
const LOSSES_COUNT_FOR = 30_000

/** This computer's own server: runs while it is needed, and is started again when it goes away. */
export interface KeptHost {
  /** Starts it unless it runs; resolves to its port. Rejects if it cannot be had. */
  start(): Promise<number>
  stop(): void
}

export interface KeepHostOptions {
  readonly launch: () => HostProcess
  readonly key: string
  readonly pages: string
  readonly origins: readonly string[]
  /** The port it had the last time the app ran. */
  readonly lastPort: number | undefined
  /** It went away; another is being started. */
  readonly onLost: () => void
  /** It runs again, where it was if that port could be had. */
  readonly onBack: (port: number) => void
  /** It goes away too often. */
  readonly onFailed: () => void
}

export function keepHost(options: KeepHostOptions): KeptHost {
  let wanted = false
  let running: { readonly process: HostProcess; readonly port: Promise<number> } | undefined
  let port = options.lastPort
  let losses: number[] = []

  async function listen(host: HostProcess): Promise<number> {
    const { key, pages, origins } = options
    const ports = portsFrom(port)
    const found = await host.client.listen({ key, pages, ports, origins: [...origins] })
    port = found.port
    return found.port
  }

  function run(): Promise<number> {
    const host = options.launch()
    const mine = { process: host, port: listen(host) }
    running = mine
    mine.port.catch(() => {
      if (running === mine) running = undefined
      host.kill() // one that serves nothing is of no use
    })
    void host.ended.then((reason) => {
      if (running !== mine) return
      running = undefined
      console.error(`host: ended (${reason}), starting it again`)
      options.onLost()
      restart()
    })
    return mine.port
  }

  function restart(): void {
    const now = performance.now()
    losses = [...losses.filter((at) => now - at < LOSSES_COUNT_FOR), now]
    const pause = PAUSES[losses.length - 1]
    if (!wanted) return
    if (pause === undefined) return options.onFailed()
    setTimeout(() => {
      if (running || !wanted) return
      run().then(options.onBack, (error: unknown) => {
        logError('host: cannot be started', error)
        restart()
      })
    }, pause)
  }

  return {
    start() {
      wanted = true
      return running?.port ?? run()
    },
    stop() {
      wanted = false
      const { process: host } = running ?? {}
      running = undefined // so that its end is no loss
      host?.kill()
    },
  }
}

/** Where it was, else the next ones that are easy to type, else any. */
function portsFrom(last: number | undefined): number[] {
  const usual = Array.from({ length: PORTS }, (_, i) => FIRST_PORT + i)
  return [...new Set([...(last === undefined ? [] : [last]), ...usual, 0])]
}
