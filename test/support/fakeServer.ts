import { hashOfToken } from '../../shared/session/seal.ts'
import { CLOSED, HUB, ownerFrame } from '../../shared/session/signallingFrame.ts'
import type { Socket } from '../../renderer/sync/live/surroundings.ts'
import type { VirtualClock } from './virtualClock.ts'

/** Something that may stand still or be gone: a page, or a server. */
export interface Machine {
  alive: boolean
  frozen: boolean
  /** What would have happened while it stood still. */
  readonly waiting: (() => void)[]
}

export const newMachine = (): Machine => ({ alive: true, frozen: false, waiting: [] })

/** Runs something on a machine: now, once it goes on, or never. */
export function runOn(machine: Machine, run: () => void): void {
  if (!machine.alive) return
  if (machine.frozen) machine.waiting.push(run)
  else run()
}

export function thaw(machine: Machine): void {
  machine.frozen = false
  while (machine.waiting.length > 0 && !machine.frozen) machine.waiting.shift()?.()
}

interface Line {
  /** To the page. */
  text(text: string): void
  bytes(bytes: Uint8Array<ArrayBuffer>): void
  end(code: number): void
  onText: (text: string) => void
  onBytes: (bytes: Uint8Array<ArrayBuffer>) => void
  onEnd: () => void
}

interface Room {
  hub: Line | undefined
  tokens: ReadonlySet<string>
  readonly guests: Map<number, { line: Line; token: string }>
}

/** A server in memory: rooms, tokens, the host's line and those of guests as electron/host serves them. */
export interface FakeServer {
  readonly machine: Machine
  readonly origin: string
  readonly ownerToken: string
  /** Packets of guests that have been handed to hosts. */
  passed: number
  /** Guests that have been let through to a host. */
  letThrough: number
  refused: number
  kill(): void
  freeze(): void
}

export interface FakeNetwork {
  server(origin: string): FakeServer
  /** A WebSocket of a page to whatever server has that address. */
  connect(url: string, page: Machine): Socket
  /** Every byte that crossed the network, as latin1 text: for those who listen. */
  readonly heard: Uint8Array[]
  /** Whether two machines reach each other. */
  reach: (page: Machine, server: Machine) => boolean
}

/** One way, ms. */
const LATENCY = 5

export function fakeNetwork(clock: VirtualClock): FakeNetwork {
  const servers = new Map<string, { fake: FakeServer; take(url: URL, line: Line): void; lines: Set<Line> }>()
  const heard: Uint8Array[] = []
  const network: FakeNetwork = { server, connect, heard, reach: () => true }

  function server(origin: string): FakeServer {
    const rooms = new Map<string, Room>()
    const lines = new Set<Line>()
    let nextGuest = 1
    const fake: FakeServer = {
      machine: newMachine(),
      origin,
      ownerToken: `owner of ${origin}`,
      passed: 0,
      letThrough: 0,
      refused: 0,
      kill() {
        for (const line of lines) line.end(1006)
        fake.machine.alive = false
      },
      freeze: () => void (fake.machine.frozen = true),
    }
    const roomOf = (id: string): Room => {
      const known = rooms.get(id) ?? { hub: undefined, tokens: new Set(), guests: new Map() }
      rooms.set(id, known)
      return known
    }
    function take(url: URL, line: Line): void {
      lines.add(line)
      const [room, token] = [url.searchParams.get('room') ?? '', url.searchParams.get('token') ?? '']
      if (url.pathname === '/hub' && token === fake.ownerToken) serveHub(roomOf(room), line)
      else if (url.pathname === '/guest') serveGuest(rooms.get(room), hashOfToken(token), line)
      else line.end(CLOSED.notAllowed)
    }
    function serveHub(room: Room, line: Line): void {
      room.hub?.end(CLOSED.replaced)
      room.hub = line
      line.onText = (text) => {
        const frame = ownerFrame.parse(JSON.parse(text))
        if (frame.type === 'ping') line.text('{"type":"pong"}')
        if (frame.type !== 'accept') return
        room.tokens = new Set(frame.tokens)
        for (const guest of room.guests.values())
          if (!room.tokens.has(guest.token)) guest.line.end(CLOSED.revoked)
      }
      line.onBytes = (bytes) => {
        const view = new DataView(bytes.buffer)
        const guest = room.guests.get(view.getUint32(1))
        if (view.getUint8(0) === HUB.data) guest?.line.bytes(bytes.slice(5))
        else guest?.line.end(1000)
      }
      line.onEnd = () => {
        lines.delete(line)
        if (room.hub !== line) return
        room.hub = undefined
        for (const guest of room.guests.values()) guest.line.end(CLOSED.noHost)
      }
    }
    function serveGuest(room: Room | undefined, token: string, line: Line): void {
      if (!room?.tokens.has(token)) {
        fake.refused++
        return line.end(CLOSED.notAllowed)
      }
      const { hub } = room
      if (!hub) return line.end(CLOSED.noHost)
      const id = nextGuest++
      fake.letThrough++
      room.guests.set(id, { line, token })
      hub.bytes(
        framed(HUB.open, id, new TextEncoder().encode(JSON.stringify({ address: '10.0.0.9', token }))),
      )
      line.onBytes = (bytes) => {
        fake.passed++
        hub.bytes(framed(HUB.data, id, bytes))
      }
      line.onEnd = () => {
        lines.delete(line)
        if (room.guests.delete(id)) hub.bytes(framed(HUB.close, id))
      }
    }
    servers.set(origin, { fake, take, lines })
    return fake
  }

  function connect(address: string, page: Machine): Socket {
    const url = new URL(address)
    const found = servers.get(`http://${url.host}`)
    let open = true
    const socket: Socket = {
      buffered: () => 0,
      send(frame) {
        if (!open || !found) return
        const copy = typeof frame === 'string' ? frame : frame.slice()
        if (typeof copy !== 'string') heard.push(copy)
        deliver(found.fake.machine, () => {
          if (typeof copy === 'string') line.onText(copy)
          else line.onBytes(copy)
        })
      },
      close() {
        if (!open) return
        open = false
        if (found) deliver(found.fake.machine, () => line.onEnd())
        runOn(page, () => socket.onClose?.(1000))
      },
      onOpen: undefined,
      onText: undefined,
      onBytes: undefined,
      onClose: undefined,
    }
    const toPage = (run: () => void): void => deliver(page, () => void (open && run()))
    const line: Line = {
      text: (text) => toPage(() => socket.onText?.(text)),
      bytes(bytes) {
        const copy = bytes.slice()
        heard.push(copy)
        toPage(() => socket.onBytes?.(copy))
      },
      end(code) {
        line.onEnd()
        line.onEnd = () => {}
        toPage(() => {
          open = false
          socket.onClose?.(code)
        })
      },
      onText: () => {},
      onBytes: () => {},
      onEnd: () => {},
    }
    /** A machine that is not reached hears nothing, and nobody is told. */
    function deliver(to: Machine, run: () => void): void {
      clock.after(LATENCY, () => {
        if (!found || network.reach(page, found.fake.machine)) runOn(to, run)
      })
    }
    if (!found || !found.fake.machine.alive) {
      toPage(() => {
        open = false
        socket.onClose?.(1006)
      })
      return socket
    }
    deliver(found.fake.machine, () => {
      toPage(() => socket.onOpen?.())
      found.take(url, line)
    })
    return socket
  }
  return network
}

function framed(
  kind: number,
  guest: number,
  payload: Uint8Array = new Uint8Array(),
): Uint8Array<ArrayBuffer> {
  const message = new Uint8Array(5 + payload.length)
  const view = new DataView(message.buffer)
  view.setUint8(0, kind)
  view.setUint32(1, guest)
  message.set(payload, 5)
  return message
}
