import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { createHostServer, type HostServer } from '../../../electron/host/createHostServer.ts'
import type { GuestPage, PageFile } from '../../../electron/host/guestPage.ts'
import { STAND_ALONE } from '../../../electron/host/limits.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import { ownerToken } from '../../../shared/session/ownerToken.ts'
import { PEER_PAGE } from './buildPeer.ts'

const KEY = 'a key that only the tests know'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
}

/** The sessions' server on loopback, with the peer page in the place of the guest page. */
export interface PeerServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly page: string
  /** For peers that open rooms here. */
  readonly standAlone: { readonly origin: string; readonly key: string }
  /** The address of signalling for a room. */
  signalling(room: RoomId): string
  /** Ends the server and all its lines; `start` brings it back at the same port. */
  stop(): Promise<void>
  start(): Promise<void>
}

/** Needs the page to be built. */
export async function startPeerServer(): Promise<PeerServer> {
  const address = '127.0.0.1'
  let server: HostServer | undefined
  let port = 0
  async function start(): Promise<void> {
    server = createHostServer({
      key: KEY,
      page: peerPage(),
      limits: { ...STAND_ALONE, connectionsByAddress: 200 },
    })
    port = await server.listen(port, address)
  }
  await start()
  return {
    page: `http://${address}:${port}/`,
    standAlone: { origin: `http://${address}:${port}`, key: KEY },
    signalling: (room) =>
      `ws://${address}:${port}/signal?room=${room}&token=${encodeURIComponent(ownerToken(KEY, room, Date.now()))}`,
    start,
    async stop() {
      await server?.close()
      server = undefined
    },
  }
}

/** What a sessions' server serves. */
export function peerPage(): GuestPage {
  const files = readdirSync(PEER_PAGE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => TYPES[path.extname(file)],
  )
  return new Map(
    files.map((file): [string, PageFile] => [
      file === 'index.html' ? '/' : `/${file.replaceAll('\\', '/')}`,
      {
        type: TYPES[path.extname(file)] ?? '',
        content: readFileSync(path.join(PEER_PAGE, file)),
        packed: undefined,
        lasting: false,
      },
    ]),
  )
}
