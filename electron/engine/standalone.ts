import { Server } from '@hocuspocus/server'
import type { Health } from '../../shared/session/signallingFrame.ts'
import { packGuestPage, readGuestPage, type GuestPage } from '../host/guestPage.ts'
import { createHostNames, type HostNames } from '../host/hostNames.ts'
import { createEngine } from './createEngine.ts'
import { ENGINE_USAGE, engineCommand, EngineProblem, type EngineCommand } from './engineCommand.ts'
import { servePages } from './servePages.ts'

/** Longest message: a whole workshop, as a facilitator brings it. Bytes. */
const MOST_MESSAGE = 32 * 1024 * 1024
/** Changes that come within this are one message to everybody, ms. */
const TOGETHER = 20

async function run({ port, address, pages, connections, rooms, ...asked }: EngineCommand): Promise<void> {
  const page: GuestPage = pages === undefined ? new Map() : readGuestPage(pages)
  let names: HostNames | undefined
  const engine = createEngine({ now: () => performance.now(), date: Date.now, mostRooms: rooms })
  const health = (): Health => ({
    ok: true,
    rooms: server.hocuspocus.getDocumentsCount(),
    connections: server.hocuspocus.getConnectionsCount(),
    open: [],
  })
  const server: Server = new Server({
    port,
    ...(address !== undefined && { address }),
    quiet: true,
    flushDelay: TOGETHER,
    websocketOptions: { maxPayload: MOST_MESSAGE },
    extensions: [engine, servePages({ page, names: () => names, health })],
  })
  server.httpServer.maxConnections = connections
  await server.listen()
  names = createHostNames({ ...asked, port: server.address.port, now: Date.now })
  packGuestPage(page).catch(() => undefined) // it is served as it is
  console.log(`engine: listens on ${address ?? 'all addresses'}, port ${server.address.port}`)
  if (page.size === 0) console.log('engine: has no guest page (--guest-page)')
}

try {
  const command = engineCommand(process.argv.slice(2), process.env)
  if (command === 'help') console.log(ENGINE_USAGE)
  else await run(command)
} catch (error) {
  // What the operator can mend in words; of the rest, where it happened.
  console.error(error instanceof EngineProblem ? `${error.message}\n\n${ENGINE_USAGE}` : error)
  process.exitCode = 1
}
