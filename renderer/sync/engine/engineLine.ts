import { HocuspocusProviderWebsocket, WebSocketStatus } from '@hocuspocus/provider'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { Clock } from '../../../shared/session/clock.ts'
import {
  ENGINE_REFUSALS,
  fromEngine,
  readMessage,
  type EngineRefusal,
  type FromEngine,
  type ToEngine,
} from '../../../shared/session/engine/engineMessage.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { EngineProvider } from './engineProvider.ts'

/** Shortest and longest wait before it is tried again to reach the engine, ms. */
const FIRST_WAIT_MS = 500
const MOST_WAIT_MS = 5000
/** Whoever was cut off for breaking rules, or comes before the room is open, asks again after this, ms. */
const ASK_AGAIN_MS = 1000
/** The engine has so long to say that it enforces roles, ms. */
const HELLO_MS = 4000
/** Questions that come at once are one, ms. */
const TOGETHER_MS = 300

export interface EngineLineOptions {
  /** Origin: `https://collab.example.org`. */
  readonly engine: string
  readonly room: RoomId
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly clock: Clock
  /** What lets this person in now; `apart`: how far the engine's clock is ahead, ms. */
  readonly token: (host: string, apart: number) => string
  /** ms since 1970. */
  readonly date: () => number
}

export interface EngineEvents {
  /** False if nothing is to be shared with this engine. */
  onHello(hello: Extract<FromEngine, { kind: 'hello' }>): boolean
  onMessage(message: Exclude<FromEngine, { kind: 'hello' | 'again' }>): void
  onSynced(): void
  /** Not there just now; it is tried again by itself. */
  onLost(): void
  /** Not let in. Nothing more is tried, except with `not-open`. */
  onRefused(why: EngineRefusal | 'stranger'): void
}

/** A line to an engine that comes back by itself. */
export interface EngineLine {
  /** Nothing while the line is away. */
  send(message: ToEngine): void
  /** Both sides bring each other what they lack. */
  bringIntoStep(): void
  /** Bytes that were sent and have not left this machine yet. */
  buffered(): number
  close: Dispose
}

export function openEngineLine(options: EngineLineOptions, events: EngineEvents): EngineLine {
  const { engine, room, doc, awareness, clock } = options
  const host = new URL(engine).hostname.toLowerCase()
  let apart = 0
  let over = false
  let stepping: Dispose | undefined
  let waiting: Dispose | undefined
  const socket = new HocuspocusProviderWebsocket({
    url: `${engine.replace(/^http/, 'ws')}/${room}`,
    delay: FIRST_WAIT_MS,
    minDelay: FIRST_WAIT_MS,
    maxDelay: MOST_WAIT_MS,
  })
  const provider = new EngineProvider({
    websocketProvider: socket,
    name: room,
    document: doc,
    awareness,
    token: () => options.token(host, apart),
    onAuthenticated: () => wait(HELLO_MS, () => refused('stranger')),
    onAuthenticationFailed: ({ reason }) => turnedAway(reason),
    onStateless: ({ payload }) => heard(payload),
    onSynced: () => events.onSynced(),
    onClose: ({ event }) => closed(event.reason),
  })
  provider.attach()

  function wait(ms: number, run: () => void): void {
    waiting?.()
    waiting = clock.after(ms, run)
  }
  const askAgain = (): void => void provider.sendToken()

  function refused(why: EngineRefusal | 'stranger'): void {
    if (over) return
    if (why !== 'not-open') close()
    events.onRefused(why)
  }
  function turnedAway(reason: string): void {
    const [said, time] = reason.split(' ')
    const why = ENGINE_REFUSALS.find((each) => each === said) ?? 'refused'
    if (why === 'clock' && apart === 0) {
      // This computer's clock is wrong, or the engine's: it is theirs that counts.
      apart = Number(time) - options.date() || 0
      return askAgain()
    }
    refused(why)
    if (why === 'not-open') wait(ASK_AGAIN_MS, askAgain)
  }
  function closed(reason: string): void {
    if (over) return
    const why = ENGINE_REFUSALS.find((each) => each === reason)
    if (why === 'removed' || why === 'ended') return refused(why)
    // The socket may be there still: then nothing else would ask to be let in again.
    wait(ASK_AGAIN_MS, () => {
      if (socket.status === WebSocketStatus.Connected) askAgain()
    })
    events.onLost()
  }
  function heard(payload: string): void {
    const message = readMessage(fromEngine, payload)
    if (!message || over) return
    if (message.kind === 'again') bringIntoStep()
    else if (message.kind !== 'hello') events.onMessage(message)
    else {
      waiting?.()
      if (events.onHello(message)) provider.greet()
      else close()
    }
  }
  function bringIntoStep(): void {
    stepping ??= clock.after(TOGETHER_MS, () => {
      stepping = undefined
      if (!over) provider.forceSync()
    })
  }
  function close(): void {
    if (over) return
    over = true
    waiting?.()
    stepping?.()
    provider.destroy()
    socket.destroy()
  }
  return {
    send: (message) => provider.sendStateless(JSON.stringify(message)),
    bringIntoStep,
    buffered: () => socket.webSocket?.bufferedAmount ?? 0,
    close,
  }
}
