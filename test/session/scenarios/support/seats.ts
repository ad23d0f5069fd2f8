import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { ChildProcess } from 'node:child_process'
import type { Browser, Page } from 'playwright'
import { z } from 'zod'
import type { Invitation } from '../../../../shared/session/invitation.ts'
import type { RoomId } from '../../../../shared/session/ids.ts'
import { ownerToken } from '../../../../shared/session/ownerToken.ts'
import type { DeskOptions } from '../../desk/openDesk.ts'
import { createNetwork, type Network } from '../../network/createNetwork.ts'
import type { HostPeer, LivePeer } from '../../peerPage/peerApi.ts'
import { openBrowser } from './browser.ts'

const KEY = 'a key that only the scenarios know'
/** Of the server on every machine. */
const PORT = 4319

/** Somebody at a machine of their own: a desktop peer with server and store, or a guest with a browser only. */
export interface Seat {
  readonly name: string
  /** Of the machine. */
  readonly at: number
  /** The page that is open now. */
  readonly page: Page
  readonly isUp: boolean
  /** Everything on the machine dies at once. */
  kill(): Promise<void>
  /** Starts everything again; the page then comes back by what its disk has. Resolves to how long that took once the page was there, ms. */
  restart(): Promise<number>
  /** Stops everything on the machine, or only what runs the page, until `thaw`. */
  freeze(what: 'all' | 'page'): Promise<void>
  thaw(): void
  host(): Promise<Invitation>
  enter(invitation: Invitation): Promise<number>
}

export interface Seats {
  readonly network: Network
  readonly desktops: readonly Seat[]
  readonly guests: readonly Seat[]
  /** The stand-alone server, if there is one. */
  readonly server: { stop(): void; start(): Promise<void> }
  close(): Promise<void>
}

export interface SeatsOptions {
  readonly desktops: number
  readonly guests?: number
  /** The first uses a server on a machine of its own, and nobody else has one. */
  readonly standAlone?: boolean
  readonly desk?: Partial<Pick<DeskOptions, 'confirmsTooEarly'>>
}

/** Needs what `noNetworks` says, and the peer page to be built. */
export async function openSeats(options: SeatsOptions): Promise<Seats> {
  const { desktops, guests = 0, standAlone = false, desk } = options
  const network = await createNetwork(desktops + guests + 1)
  const folder = mkdtempSync(path.join(tmpdir(), 'tl-seats-'))
  const lineage = crypto.randomUUID().replaceAll('-', '')
  const lab = { network, folder, lineage, standAlone, desk: desk ?? {} }
  const closes: (() => Promise<void>)[] = []
  let serving: DeskRun | undefined
  const server = {
    stop: () => void serving?.process.kill('SIGKILL'),
    start: async () => void (serving = await startDesk(lab, 0)),
  }
  const close = async (): Promise<void> => {
    await Promise.all(closes.map((each) => each()))
    server.stop()
    await network.dispose()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    if (standAlone) await server.start()
    const open = async (i: number): Promise<Seat> => {
      const seat = createSeat(lab, i + 1, i < desktops ? 'desktop' : 'laptop')
      closes.push(seat.close)
      await seat.open()
      return seat.seat
    }
    const indices = Array.from({ length: desktops + guests }, (_, i) => i)
    // Guests get their page from the first desktop.
    const first = await Promise.all(indices.slice(0, desktops).map(open))
    const others = await Promise.all(indices.slice(desktops).map(open))
    return { network, desktops: first, guests: others, server, close }
  } catch (error) {
    await close()
    throw error
  }
}

interface Lab {
  readonly network: Network
  readonly folder: string
  readonly lineage: string
  readonly standAlone: boolean
  readonly desk: NonNullable<SeatsOptions['desk']>
}

interface DeskRun {
  readonly process: ChildProcess
  readonly storePort: number
}

const ports = z.object({ port: z.number(), storePort: z.number() })

async function startDesk({ network, folder, lineage, desk }: Lab, at: number): Promise<DeskRun> {
  const home = path.join(folder, `machine-${at}`)
  mkdirSync(home, { recursive: true })
  const options: DeskOptions = { folder: home, key: KEY, port: PORT, lineage, ...desk }
  const script = path.join(import.meta.dirname, '../../desk/deskProcess.ts')
  const child = network.run(at, [process.execPath, script, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  if (child.stdout)
    for await (const line of createInterface(child.stdout))
      return { process: child, storePort: ports.parse(JSON.parse(line)).storePort }
  throw new Error('A desk has ended')
}

function createSeat(lab: Lab, at: number, kind: 'desktop' | 'laptop') {
  const { network, folder, standAlone } = lab
  const name = `${kind} ${at}`
  const home = path.join(folder, `browser-${at}`)
  mkdirSync(home, { recursive: true })
  let browser: Browser | undefined
  let desk: DeskRun | undefined
  let page: Page | undefined
  let isUp = false
  const theServer = `http://${network.address(0)}:${PORT}`

  /** Guests have the page from whoever is host first, and are no secure context. */
  const pageAddress =
    kind === 'desktop' ? `http://127.0.0.1:${PORT}/` : `http://${network.address(1)}:${PORT}/`
  async function open(): Promise<void> {
    if (kind === 'desktop') desk = await startDesk(lab, at)
    browser = await openBrowser({ network, at, folder: home })
    page = await browser.newPage()
    page.on('pageerror', (error) => console.error(`${name}: ${error.message}`))
    await page.exposeFunction('openOwnServer', (room: RoomId) => ({
      origins: [`http://${network.address(at)}:${PORT}`],
      local: `http://127.0.0.1:${PORT}`,
      ownerToken: ownerToken(KEY, room, Date.now()),
    }))
    await page.goto(pageAddress)
    isUp = true
  }
  const thePage = (): Page => {
    if (!page) throw new Error(`${name} has no page`)
    return page
  }
  const peer = (): LivePeer => ({
    name,
    kind,
    ...(desk && { storePort: desk.storePort }),
    ...(desk && !standAlone && { ownServer: true }),
    // Whoever starts a session opens its room there.
    ...(standAlone && at === 1 && { standAlone: { origin: theServer, key: KEY } }),
  })
  const pagePids = async (): Promise<number[]> => {
    const devTools = await browser?.newBrowserCDPSession()
    const found = await devTools?.send('SystemInfo.getProcessInfo')
    return found?.processInfo.flatMap(({ type, id }) => (type === 'renderer' ? [id] : [])) ?? []
  }
  let frozen: readonly number[] = []

  const seat: Seat = {
    name,
    at,
    get page() {
      return thePage()
    },
    get isUp() {
      return isUp
    },
    async kill() {
      isUp = false
      await end()
    },
    async restart() {
      await open()
      return thePage().evaluate(
        (options) => window.peer.comeBack({ ...options, storePort: options.storePort ?? 0 }),
        peer(),
      )
    },
    async freeze(what) {
      frozen = what === 'all' ? network.pids(at) : await pagePids()
      isUp = false
      signal(frozen, 'SIGSTOP')
    },
    thaw() {
      signal(frozen, 'SIGCONT')
      isUp = true
    },
    async host() {
      const options: HostPeer = peer()
      const invitations = await thePage().evaluate((given) => window.peer.host(given), options)
      return invitations.participant
    },
    enter: (invitation) =>
      thePage().evaluate(([given, options]) => window.peer.enter(given, options), [
        invitation,
        peer(),
      ] as const),
  }
  /** Until the browser is gone. */
  async function end(): Promise<void> {
    const gone = browser?.isConnected() && new Promise((resolve) => browser?.once('disconnected', resolve))
    signal(network.pids(at), 'SIGKILL')
    await gone
  }
  return { seat, open, close: end }
}

function signal(pids: readonly number[], name: NodeJS.Signals): void {
  for (const pid of pids)
    try {
      process.kill(pid, name)
    } catch {
      // It has ended meanwhile.
    }
}
