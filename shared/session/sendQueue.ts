import type { Dispose } from '../util/store.ts'
import { CHUNK, FRAME_HEAD, partFrame } from './frames.ts'
import { LANES, type Lane } from './link.ts'

/** The pipe is given more until so much waits in it, bytes: 253 ms of delay of something urgent with 512 KiB (sync.md, 1). */
export const HIGH = 96 * 1024
/** Most of the presence lane that waits: older states are of no use. */
const MOST_PRESENCE = 64 * 1024

interface Waiting {
  readonly message: Uint8Array
  readonly about: string | undefined
  sent: number
}

export interface SendQueueOptions {
  /** Bytes that wait in the pipe. */
  readonly buffered: () => number
  readonly send: (frame: Uint8Array<ArrayBuffer>) => void
  /** ms that a frame has to wait for the sake of the rate that is allowed; `count` takes it. */
  readonly wait: (lane: Lane, bytes: number) => number
  readonly count: (lane: Lane, bytes: number) => void
  readonly after: (ms: number, run: () => void) => Dispose
  /** Longest frame, bytes. */
  readonly mostFrame: number
  readonly onDrain: (lane: Lane) => void
}

export interface SendQueue {
  /** With `about`, a presence message takes the place of one about the same that still waits. */
  add(lane: Lane, message: Uint8Array, about?: string): void
  /** Sends what may be sent now. */
  pump(): void
  /** Sends all of a lane, however much waits in the pipe. */
  flush(lane: Lane): void
  /** Bytes that wait in a lane. */
  queued(lane: Lane): number
  clear(): void
}

/** Cuts messages into frames and sends them, the most urgent lane first. */
export function createSendQueue(options: SendQueueOptions): SendQueue {
  const waiting = new Map<Lane, Waiting[]>(LANES.map((lane) => [lane, []]))
  const bytes = new Map<Lane, number>(LANES.map((lane) => [lane, 0]))
  const late = new Set<Lane>()
  const chunk = Math.min(CHUNK, options.mostFrame - FRAME_HEAD)
  let pumping = false
  let stop: Dispose | undefined

  const queueOf = (lane: Lane): Waiting[] => waiting.get(lane) ?? []
  const change = (lane: Lane, by: number): unknown => bytes.set(lane, (bytes.get(lane) ?? 0) + by)

  /** The lane whose turn it is; nothing if all are empty or have to wait. Lanes below one that waits for its rate go on. */
  function next(): Lane | undefined {
    let soonest = Infinity
    for (const lane of LANES) {
      const first = queueOf(lane)[0]
      if (!first) continue
      const wait = options.wait(lane, Math.min(chunk, first.message.length - first.sent) + FRAME_HEAD)
      if (wait === 0) return lane
      soonest = Math.min(soonest, wait)
    }
    if (soonest < Infinity) resume(soonest)
    return undefined
  }

  function resume(ms: number): void {
    stop ??= options.after(Math.ceil(ms), () => {
      stop = undefined
      pump()
    })
  }

  function sendFrom(lane: Lane): void {
    const first = queueOf(lane)[0]
    if (!first) return
    const total = first.message.length
    const part = new Uint8Array(first.message.subarray(first.sent, first.sent + chunk))
    const frame = partFrame(kindOf(lane, first, part, total))
    first.sent += part.length
    change(lane, -part.length)
    if (first.sent === total) queueOf(lane).shift()
    options.count(lane, frame.length)
    options.send(frame)
  }

  function pump(): void {
    if (pumping) return
    pumping = true
    try {
      while (options.buffered() < HIGH) {
        const lane = next()
        if (!lane) break
        sendFrom(lane)
      }
    } finally {
      pumping = false
    }
    for (const lane of LANES) {
      if (queueOf(lane).length > 0 || !late.delete(lane)) continue
      options.onDrain(lane)
    }
  }

  return {
    add(lane, message, about) {
      if (lane === 'presence') supersede(queueOf(lane), about, (gone) => change(lane, -gone))
      queueOf(lane).push({ message, about, sent: 0 })
      change(lane, message.length)
      if (!pumping) pump()
      if (queueOf(lane).length > 0) late.add(lane)
    },
    pump,
    flush(lane) {
      while (queueOf(lane).length > 0) sendFrom(lane)
    },
    queued: (lane) => bytes.get(lane) ?? 0,
    clear() {
      stop?.()
      late.clear()
      for (const lane of LANES) {
        queueOf(lane).length = 0
        bytes.set(lane, 0)
      }
    },
  }
}

function kindOf(
  lane: Lane,
  { sent }: Waiting,
  part: Uint8Array<ArrayBuffer>,
  total: number,
): Parameters<typeof partFrame>[0] {
  if (sent > 0) return { kind: sent + part.length === total ? 'end' : 'cont', lane, part }
  return part.length === total ? { kind: 'whole', lane, part } : { kind: 'begin', lane, total, part }
}

/** Takes out what is out of date: what is about the same, and the oldest once too much waits. Never what is half sent. */
function supersede(queue: Waiting[], about: string | undefined, onGone: (bytes: number) => void): void {
  let total = queue.reduce((sum, each) => sum + each.message.length, 0)
  for (let i = 0; i < queue.length;) {
    const each = queue[i]
    if (!each) break
    const stale = (about !== undefined && each.about === about) || total > MOST_PRESENCE
    if (!stale || each.sent > 0) {
      i++
      continue
    }
    queue.splice(i, 1)
    total -= each.message.length
    onGone(each.message.length)
  }
}
