import { parentPort, workerData } from 'node:worker_threads'
import { WebSocket } from 'ws'

/** Two honest lines in a thread of their own, so that times are theirs: a host, and somebody on /signal who asks again and again. */
export interface GoodClientOptions {
  readonly hub: string | undefined
  /** What the host says first. */
  readonly accept: string
  readonly signal: string
  readonly origin: string
}

export interface GoodClientResult {
  /** ms from question to answer, of all questions before the attack and after it began. */
  readonly calm: readonly number[]
  readonly times: readonly number[]
  /** A line was cut. */
  readonly cut: boolean
}

/** Within the 50 times a second that anybody may ask. ms */
const ASK_EVERY = 25

const options = workerData as GoodClientOptions
/** Questions before it is said that all is ready. */
const CALM = 60

let calm: number[] = []
let times: number[] = []
let cut = false
let asking: NodeJS.Timeout | undefined

const open = (address: string): WebSocket => {
  const socket = new WebSocket(address, { origin: options.origin })
  socket.on('error', () => (cut = true))
  socket.on('close', () => (cut = true))
  return socket
}

function ask(): void {
  const socket = open(options.signal)
  let asked = 0
  socket.on('open', () => {
    asking = setInterval(() => {
      if (asked !== 0) return
      asked = performance.now()
      socket.send('{"type":"ping"}')
    }, ASK_EVERY)
  })
  socket.on('message', () => {
    times.push(performance.now() - asked)
    asked = 0
    if (calm.length > 0 || times.length < CALM) return
    calm = times
    times = []
    parentPort?.postMessage('ready')
  })
}

if (options.hub === undefined) ask()
else {
  const hub = open(options.hub)
  hub.on('open', () => {
    hub.send(options.accept)
    hub.send('{"type":"ping"}')
  })
  hub.once('message', ask) // the answer to the ping: the tokens are known now
}

parentPort?.on('message', () => {
  clearInterval(asking)
  parentPort?.postMessage({ calm, times, cut } satisfies GoodClientResult)
  process.exit()
})
