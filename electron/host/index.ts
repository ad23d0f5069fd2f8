import { hostContract } from '../../shared/ipc/hostContract.ts'
import { serve, type Port } from '../../shared/ipc/rpc.ts'
import { createHostServer } from './createHostServer.ts'
import { packGuestPage, readGuestPage, type GuestPage } from './guestPage.ts'
import { EMBEDDED } from './limits.ts'
import { listenOnFirst } from './listenOnFirst.ts'

// The utility process of Electron that serves this computer's sessions. Main starts another if it ends.
function fail(error: unknown): never {
  console.error(`host: fatal (${error instanceof Error ? error.name : typeof error})`)
  process.exit(1)
}
process.on('uncaughtException', fail)
process.on('unhandledRejection', fail)
// Ctrl-C reaches the whole process group; main says when to end.
process.on('SIGINT', () => undefined)

const { parentPort } = process
const port: Port = {
  post: (message) => parentPort.postMessage(message),
  listen(onMessage) {
    const listener = (event: { data: unknown }): void => onMessage(event.data)
    parentPort.on('message', listener)
    return () => parentPort.off('message', listener)
  },
  close: () => undefined,
}

serve(
  hostContract,
  {
    async listen({ key, pages, ports, origins }) {
      const page = pageIn(pages)
      const server = createHostServer({ key, page, origins, limits: EMBEDDED, saysRooms: true })
      const found = await listenOnFirst(server, ports)
      packGuestPage(page).catch(() => undefined) // it is served as it is
      return { port: found }
    },
  },
  port,
)

/** During development there may be no built page; sessions between apps work all the same. */
function pageIn(folder: string): GuestPage {
  try {
    return readGuestPage(folder)
  } catch {
    console.error('host: there is no guest page')
    return new Map()
  }
}
