import { every } from '../../../shared/session/clock.ts'
import type { Pipe } from '../../../shared/session/pipe.ts'
import { CLOSED, HUB, hubOpen, MOST_PACKET_BYTES } from '../../../shared/session/signallingFrame.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { ASK_MS, LOW_WATER } from './guestPipe.ts'
import type { Socket, Surroundings } from './surroundings.ts'

/** Bytes before the payload of a message on /hub: kind and guest. */
const HEAD = 5
/** First and longest wait before connecting again, ms. */
const RETRY_MS = [100, 3000] as const
/** How often the server is asked whether it is there, and after how long without a word it is not. ms */
const PING_MS = 4000
const SILENT_MS = 12_000

export interface HubEvents {
  /** A guest has come; `token` is the hash of the token that it showed. */
  onGuest(pipe: Pipe, token: string): void
  /** Connected, or not any more. */
  onState(open: boolean): void
  /** Another window has taken this room at this server: it is not tried again. */
  onReplaced(): void
}

/** The host's line to a server, taken apart into the lines of its guests. Connects again by itself. */
export interface Hub {
  /** The hashes of the tokens that are good from now on. */
  accept(tokens: readonly string[]): void
  /** Pages from these origins may connect, besides the server's own. */
  allow(origins: readonly string[]): void
  /** The server has moved or been started again: connect to it now. */
  moved(url: string): void
  close(): void
}

export function openHub(url: string, surroundings: Surroundings, events: HubEvents): Hub {
  const { clock } = surroundings
  const guests = new Map<number, Guest>()
  let [address, over, wait, heardAt] = [url, false, 0, 0]
  let socket: Socket | undefined
  let retry: Dispose | undefined
  let tokens: readonly string[] = []
  let origins: readonly string[] = []

  function connect(): void {
    retry?.()
    const mine = surroundings.openSocket(address)
    socket = mine
    let wasOpen = false
    heardAt = clock.now()
    mine.onOpen = () => {
      wasOpen = true
      wait = 0
      say({ type: 'origins', origins })
      say({ type: 'accept', tokens })
      events.onState(true)
    }
    mine.onText = () => (heardAt = clock.now())
    mine.onBytes = (message) => {
      heardAt = clock.now()
      if (socket === mine) take(mine, message)
    }
    mine.onClose = (code) => {
      if (socket !== mine) return
      socket = undefined
      closeGuests()
      if (wasOpen) events.onState(false)
      if (code === CLOSED.replaced) {
        over = true
        events.onReplaced()
      } else if (!over) tryAgain()
    }
  }
  function tryAgain(): void {
    wait = Math.min(RETRY_MS[1], Math.max(RETRY_MS[0], wait * 2))
    retry = clock.after(wait * (0.75 + surroundings.random() / 2), connect)
  }
  const say = (frame: unknown): void => socket?.send(JSON.stringify(frame))

  function take(from: Socket, message: Uint8Array<ArrayBuffer>): void {
    if (message.length < HEAD) return
    const view = new DataView(message.buffer, message.byteOffset, message.byteLength)
    const [kind, id] = [view.getUint8(0), view.getUint32(1)]
    const payload = message.subarray(HEAD)
    if (kind === HUB.open) {
      const opened = openedBy(payload)
      guests.get(id)?.ended()
      if (!opened) return from.send(framed(HUB.close, id))
      const guest = guestOf(id, from, clock, () => guests.delete(id))
      guests.set(id, guest)
      events.onGuest(guest.pipe, opened.token)
    } else guests.get(id)?.take(kind, payload)
  }
  function closeGuests(): void {
    for (const guest of guests.values()) guest.ended()
    guests.clear()
  }

  const stopPing = every(clock, PING_MS, () => {
    if (socket && clock.now() - heardAt > SILENT_MS) socket.close()
    else say({ type: 'ping' })
  })
  connect()
  return {
    accept(next) {
      tokens = next
      say({ type: 'accept', tokens })
    },
    allow(next) {
      origins = next
      say({ type: 'origins', origins })
    },
    moved(next) {
      if (over) return
      address = next
      const old = socket
      socket = undefined
      closeGuests()
      old?.close()
      wait = 0
      connect()
    },
    close() {
      over = true
      retry?.()
      stopPing()
      socket?.close()
      closeGuests()
    },
  }
}

interface Guest {
  readonly pipe: Pipe
  take(kind: number, payload: Uint8Array<ArrayBuffer>): void
  /** The line is gone; the server knows. */
  ended(): void
}

function guestOf(id: number, socket: Socket, clock: Surroundings['clock'], forget: () => void): Guest {
  let [closed, full] = [false, false]
  let asking: Dispose | undefined
  function ended(): void {
    if (closed) return
    closed = true
    asking?.()
    forget()
    pipe.onClose?.()
  }
  function askLater(): void {
    asking ??= clock.after(ASK_MS, () => {
      asking = undefined
      if (closed || full) return
      if (socket.buffered() > LOW_WATER) askLater()
      else pipe.onDrain?.()
    })
  }
  const pipe: Pipe = {
    mostPacket: MOST_PACKET_BYTES - HEAD,
    // A guest whose queue in the server is full gets nothing more until there is room: as if all of it waited here.
    buffered: () => (full ? Number.MAX_SAFE_INTEGER : socket.buffered()),
    send(packet) {
      if (closed) throw new Error('The pipe is closed')
      socket.send(framed(HUB.data, id, packet))
      if (socket.buffered() > LOW_WATER) askLater()
    },
    close() {
      if (closed) return
      socket.send(framed(HUB.close, id))
      ended()
    },
    onPacket: undefined,
    onDrain: undefined,
    onClose: undefined,
  }
  return {
    pipe,
    take(kind, payload) {
      if (kind === HUB.data) pipe.onPacket?.(new Uint8Array(payload))
      else if (kind === HUB.close) ended()
      else if (kind === HUB.full) full = true
      else if (kind === HUB.room) {
        full = false
        pipe.onDrain?.()
      }
    },
    ended,
  }
}

function framed(kind: number, guest: number, payload?: Uint8Array): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(HEAD + (payload?.length ?? 0))
  const view = new DataView(message.buffer)
  view.setUint8(0, kind)
  view.setUint32(1, guest)
  if (payload) message.set(payload, HEAD)
  return message
}

function openedBy(payload: Uint8Array): { token: string } | undefined {
  try {
    const parsed = hubOpen.safeParse(JSON.parse(new TextDecoder().decode(payload)))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}
