import type { Clock } from '../../../shared/session/clock.ts'
import { secretOfWordsInTurns } from '../../../shared/session/invite.ts'
import type { Stretch } from './waysIn.ts'
import { openWebSocket } from './webSocket.ts'

/** A WebSocket, as sessions use one. */
export interface Socket {
  /** Bytes that were sent and have not left this machine yet. */
  buffered(): number
  /** Does nothing once it is closed. */
  send(frame: string | Uint8Array<ArrayBuffer>): void
  close(): void
  onOpen: (() => void) | undefined
  onText: ((text: string) => void) | undefined
  onBytes: ((bytes: Uint8Array<ArrayBuffer>) => void) | undefined
  /** Called once, with the code of RFC 6455 (1006 if there was none). */
  onClose: ((code: number) => void) | undefined
}

/** What a session needs of the world: simulations bring their own. */
export interface Surroundings {
  readonly clock: Clock
  /** ms since 1970, for what people read and for certificates. */
  date(): number
  openSocket(url: string): Socket
  /** Runs something as a task of its own as soon as may be, so that frames and input get their turn before. */
  yieldNow(run: () => void): void
  /** From 0 to below 1: spreads attempts. Nothing secret comes from it. */
  random(): number
  readonly stretch: Stretch
  /** Runs when the network is said to be back; returns how to stop listening. */
  onOnline(listener: () => void): () => void
}

const machineClock: Clock = {
  now: () => performance.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}

/** Messages are tasks of their own that no browser delays, as it does timers of pages that are not seen. */
const { port1, port2 } = new MessageChannel()
const tasks: (() => void)[] = []
port1.onmessage = () => tasks.shift()?.()
function yieldNow(run: () => void): void {
  tasks.push(run)
  port2.postMessage(null)
}

/** The machine that this page runs on. */
export const machine: Surroundings = {
  clock: machineClock,
  date: () => Date.now(),
  openSocket: openWebSocket,
  yieldNow,
  random: () => Math.random(),
  stretch: secretOfWordsInTurns,
  onOnline(listener) {
    if (typeof addEventListener !== 'function') return () => {}
    addEventListener('online', listener)
    return () => removeEventListener('online', listener)
  },
}
