import { once } from 'node:events'
import { WebSocket } from 'ws'
import { APP_ORIGIN } from '../../electron/host/hostNames.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { randomText } from '../../shared/session/seal.ts'

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
