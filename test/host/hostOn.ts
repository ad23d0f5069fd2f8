import { onTestFinished } from 'vitest'
import {
  createHostServer,
  type HostServer,
  type HostServerOptions,
} from '../../electron/host/createHostServer.ts'
import type { GuestPage, PageFile } from '../../electron/host/guestPage.ts'
import { EMBEDDED } from '../../electron/host/limits.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { ownerToken } from '../../shared/session/ownerToken.ts'
import { hashOfToken } from '../../shared/session/seal.ts'
import { addressOf, connectTo, heard, type Peer } from './peers.ts'

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

/** The host of a room that lets in who has one of these tokens. */
export async function hostRoom(url: string, room: RoomId, tokens: readonly string[] = []): Promise<Peer> {
  const hub = await connectTo(addressOf(url, '/hub', room, ownerToken(KEY, room, Date.now())))
  hub.say({ type: 'accept', tokens: tokens.map(hashOfToken) })
  await heard(hub)
  return hub
}
