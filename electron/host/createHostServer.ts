import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { WebSocketServer, type WebSocket } from 'ws'
import { CLOSED, MOST_PACKET_BYTES, type Health } from '../../shared/session/signallingFrame.ts'
import { admit, type Admission } from './admit.ts'
import { answerHttp } from './answerHttp.ts'
import { serveGuest } from './guestLine.ts'
import type { GuestPage } from './guestPage.ts'
import { createHostNames, type HostNames } from './hostNames.ts'
import { MOST_HUB_BYTES, serveHub } from './hubLine.ts'
import { OPENING_RATE, type Limits } from './limits.ts'
import { createLines } from './lines.ts'
import { createRooms } from './rooms.ts'
import { serveSignal } from './signalLine.ts'
import { askerOf, createSockets } from './sockets.ts'
import { tokenBucket, type TokenBucket } from '../../shared/session/tokenBucket.ts'
import { createWrongTokens } from './wrongTokens.ts'

export interface HostServerOptions {
  /** Whoever has it may open rooms. */
  readonly key: string
  readonly page: GuestPage
  readonly limits: Limits
  /** Names by which a reverse proxy reaches it, besides its own addresses. */
  readonly names?: readonly string[]
  /** Origins of pages that may always connect, besides its own and the app's. */
  readonly origins?: readonly string[]
  /** A proxy of ours is in front and says who asks (X-Forwarded-For). */
  readonly behindProxy?: boolean
  /** Say in /health which rooms have a host: for a server that belongs to one computer. */
  readonly saysRooms?: boolean
  /** ms since 1970. */
  readonly now?: () => number
}

export interface HostServer {
  /** Resolves to the port. Rejects if it cannot be had. */
  listen(port: number, address?: string): Promise<number>
  health(): Health
  /** Ends everything. */
  close(): Promise<void>
  /** Does now what is otherwise done every half second: signs of life, rooms to forget, too much that waits. */
  sweep(): void
}

const SWEEP_EVERY = 500
/** Addresses whose connections are counted, at most. */
const MOST_OPENERS = 4096

/**
 * The sessions' server: guest page, signalling, and the line between a host and their guests (`shared/session/signallingFrame.ts`
 * says what crosses the wire). It trusts nothing that comes in, and grows with nothing that does.
 */
export function createHostServer(options: HostServerOptions): HostServer {
  const { key, page, limits, behindProxy = false, saysRooms = false, now = Date.now } = options
  const lines = createLines(now)
  const rooms = createRooms(limits.rooms, now)
  const wrong = createWrongTokens(now)
  // All of them come from the proxy, which looks after its own.
  const sockets = createSockets(behindProxy ? { ...limits, plainByAddress: limits.sockets } : limits)
  const openers = createOpeners(now)
  const webSockets = makeWebSockets(MOST_PACKET_BYTES)
  const hubSockets = makeWebSockets(MOST_HUB_BYTES)
  let names: HostNames | undefined
  let lastGuest = 0

  const health = (): Health => ({
    ok: true,
    rooms: rooms.size,
    connections: lines.size,
    open: saysRooms ? rooms.hosted().map(({ id }) => id) : [],
  })

  const http = makeHttp()
  http.on('connection', sockets.take)
  http.on('request', (request, response) => {
    const isForUs = (asked: IncomingMessage): boolean => names?.isForUs(asked) === true
    answerHttp({ page, isForUs, health }, request, response)
  })
  http.on('upgrade', (request, socket, head) => {
    try {
      upgrade(request, socket, head)
    } catch {
      socket.destroy()
    }
  })

  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy())
    const address = askerOf(request, behindProxy)
    if (!names) return refuse(socket, 404)
    if (!openers.mayOpen(address)) return refuse(socket, 429)
    const admission = admit({ key, names, rooms, wrong, now }, request, address)
    if (admission.kind === 'status') return refuse(socket, admission.status)
    const isHub = admission.kind === 'in' && admission.path === '/hub'
    const server = isHub ? hubSockets : webSockets
    server.handleUpgrade(request, socket, head, (webSocket) => {
      sockets.release(request.socket)
      connect(webSocket, admission, address)
    })
  }

  function connect(
    socket: WebSocket,
    admission: Exclude<Admission, { kind: 'status' }>,
    address: string,
  ): void {
    const isHub = admission.kind === 'in' && admission.path === '/hub'
    // A host comes back whoever has taken all the places.
    const isFull =
      !isHub && (lines.size >= limits.connections || lines.of(address) >= limits.connectionsByAddress)
    const line = lines.add(socket, address, admission.kind === 'in' ? admission.tokenHash : undefined)
    const code = isFull ? CLOSED.tooMany : admission.kind === 'close' ? admission.code : undefined
    if (admission.kind !== 'in' || code !== undefined) {
      socket.close(code)
      setTimeout(() => socket.terminate(), 2000).unref()
      return
    }
    const { room, path } = admission
    const { hub } = room
    room.enter(line)
    socket.on('close', () => room.leave(line))
    if (path === '/signal') serveSignal(line, room, now)
    else if (path === '/hub') serveHub(line, room, now)
    else if (hub) serveGuest(line, room, hub, { id: (lastGuest = (lastGuest + 1) >>> 0), now })
    else socket.close(CLOSED.noHost)
  }

  const sweep = (): void => {
    lines.sweep()
    lines.relieve()
    rooms.sweep()
  }
  const timer = setInterval(sweep, SWEEP_EVERY)
  timer.unref()

  return {
    async listen(port, address) {
      const got = await listenOn(http, port, address)
      const { names: given = [], origins = [] } = options
      names = createHostNames({ port: got, names: given, origins, now })
      return got
    },
    health,
    sweep,
    async close() {
      clearInterval(timer)
      const closed = new Promise((resolve) => http.close(resolve))
      lines.terminate()
      sockets.destroy()
      await closed
    },
  }
}

function makeHttp(): Server {
  const server = createServer({
    maxHeaderSize: 8192,
    headersTimeout: 3000,
    requestTimeout: 6000,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: 4000,
    insecureHTTPParser: false,
  })
  server.maxRequestsPerSocket = 200
  server.setTimeout(15_000, (socket) => socket.destroy())
  server.on('clientError', (_error, socket) => socket.destroy())
  return server
}

const makeWebSockets = (maxPayload: number): WebSocketServer =>
  new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload,
    maxFragments: 64,
    maxBufferedChunks: 1024,
  })

function refuse(socket: Duplex, status: 404 | 429): void {
  const text = status === 404 ? 'Not Found' : 'Too Many Requests'
  socket.end(`HTTP/1.1 ${status} ${text}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`)
  socket.once('finish', () => socket.destroy())
}

/** How often one address may open a WebSocket, whether or not it is let in. */
function createOpeners(now: () => number): { mayOpen(address: string): boolean } {
  const buckets = new Map<string, TokenBucket>()
  return {
    mayOpen(address) {
      const known = buckets.get(address)
      const bucket = known ?? tokenBucket(OPENING_RATE.perSecond, OPENING_RATE.burst, now)
      if (!known) {
        if (buckets.size >= MOST_OPENERS)
          for (const [each, { isFull }] of buckets) if (isFull()) buckets.delete(each)
        if (buckets.size < MOST_OPENERS) buckets.set(address, bucket)
      }
      return bucket.take()
    },
  }
}

/** Without an address it listens on all of them, of both families where there are both. */
function listenOn(server: Server, port: number, address?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: address, exclusive: true, backlog: 511 }, () => {
      server.off('error', reject)
      server.on('error', () => undefined) // of the listener: what can be accepted is accepted again later
      resolve((server.address() as AddressInfo).port)
    })
  })
}
