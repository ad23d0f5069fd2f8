import { once } from 'node:events'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import {
  createHostServer,
  type HostServer,
  type HostServerOptions,
} from '../../electron/host/createHostServer.ts'
import type { GuestPage, PageFile } from '../../electron/host/guestPage.ts'
import { APP_ORIGIN } from '../../electron/host/hostNames.ts'
import { EMBEDDED } from '../../electron/host/limits.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { hashOfToken, randomText } from '../../shared/session/seal.ts'

export const KEY = 'a key that only the tests know'

const file = (type: string, text: string): PageFile => ({
  type,
  content: Buffer.from(text),
  packed: undefined,
  lasting: false,
})

export const PAGE: GuestPage = new Map([
  ['/', file('text/html; charset=utf-8', '<!doctype html>guest')],
  ['/assets/app-1.js', file('text/javascript; charset=utf-8', 'app()')],
])

export interface TestHost {
  readonly server: HostServer
  readonly port: number
  /** `ws://127.0.0.1:PORT`. */
  readonly url: string
}

/** A real server on loopback, gone after the test. */
export async function hostOn(options: Partial<HostServerOptions> = {}): Promise<TestHost> {
  const server = createHostServer({ key: KEY, page: PAGE, limits: EMBEDDED, saysRooms: true, ...options })
  const port = await server.listen(0)
  onTestFinished(() => server.close())
  return { server, port, url: `ws://127.0.0.1:${port}` }
}

export const newRoom = (): RoomId => randomText(16) as RoomId

export interface Peer {
  readonly socket: WebSocket
  /** Resolves to the code it was closed with. */
  readonly closed: Promise<number>
  /** The next message that was not asked for yet. */
  next(): Promise<Buffer>
  /** The same, as JSON. */
  nextJson(): Promise<unknown>
  say(frame: unknown): void
}

export interface ConnectOptions {
  readonly origin?: string | undefined
  readonly headers?: Readonly<Record<string, string>>
}

/** Opens a WebSocket; rejects unless it is let in. */
export async function connectTo(address: string, options: ConnectOptions = {}): Promise<Peer> {
  const { origin = APP_ORIGIN, headers = {} } = options
  const socket = new WebSocket(address, { origin, headers, perMessageDeflate: false })
  const waiting: Array<(message: Buffer) => void> = []
  const messages: Buffer[] = []
  socket.on('message', (content) => {
    const message = content as Buffer
    const take = waiting.shift()
    if (take) take(message)
    else messages.push(message)
  })
  const closed = new Promise<number>((resolve) => socket.on('close', resolve))
  await once(socket, 'open')
  socket.on('error', () => undefined) // told by `closed`
  const next = (): Promise<Buffer> => {
    const there = messages.shift()
    return there ? Promise.resolve(there) : new Promise((resolve) => waiting.push(resolve))
  }
  return {
    socket,
    closed,
    next,
    nextJson: async () => JSON.parse((await next()).toString()),
    say: (frame) => socket.send(JSON.stringify(frame)),
  }
}

export const addressOf = (url: string, path: string, room: string, token: string): string =>
  `${url}${path}?room=${room}&token=${encodeURIComponent(token)}`

/** The host of a room that lets in who has one of these tokens. */
export async function hostRoom(url: string, room: RoomId, tokens: readonly string[] = []): Promise<Peer> {
  const hub = await connectTo(addressOf(url, '/hub', room, ownerToken(KEY, room, Date.now())))
  hub.say({ type: 'accept', tokens: tokens.map(hashOfToken) })
  await heard(hub)
  return hub
}

/** Resolves once the server has read what was said before. */
export async function heard(peer: Peer): Promise<void> {
  peer.say({ type: 'ping' })
  await peer.next()
}

/** The code with which somebody is sent away, or the HTTP status of whom is not even told. */
export async function refusalOf(address: string, options: ConnectOptions = {}): Promise<number> {
  const { origin = APP_ORIGIN, headers = {} } = options
  const socket = new WebSocket(address, { origin, headers })
  return new Promise((resolve) => {
    socket.on('error', () => undefined)
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('close', resolve)
  })
}
