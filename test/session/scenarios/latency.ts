import type { Browser, Page } from 'playwright'
import { percentile } from '../../bench/support/report.ts'
import { closeAll, openPeers, type PeerPage } from '../peerPage/peers.ts'
import { startPeerServer, type PeerServer } from '../peerPage/signalling.ts'
import { openBrowser } from './support/browser.ts'
import { broken, type Run } from './support/scenario.ts'
import { pause, until } from './support/until.ts'

/** Between two edits, ms: about as often as one person drags something in steps. */
const PAUSE_MS = 40
const ARRIVED_MS = 5000
/** More often than anything is sent, as a mouse moves. */
const MOVES_PER_SECOND = 60

/** How long an edit takes to everybody else in a whole session on this machine, each peer in a process of its own. */
export async function latency(run: Run): Promise<readonly string[]> {
  const sizes = run.args.map(Number).filter((size) => size > 1)
  const browser = await openBrowser()
  const server = await startPeerServer()
  const problems: string[] = []
  try {
    for (const size of sizes.length > 0 ? sizes : run.short ? [3] : [2, 4, 8])
      problems.push(...(await measure(run, browser, server, size)))
  } finally {
    await browser.close()
    await server.stop()
  }
  return problems
}

async function measure({ short, report, say }: Run, browser: Browser, server: PeerServer, size: number) {
  say(`${size} peers`)
  const peers = await openPeers(browser, server, size)
  await gather(peers, server)
  report('session.latency.clock', size, await clockError(peers), 'ms')
  const edits = short ? 12 : 200
  await type(peers, edits)
  const { worst, missing } = await arrivals(peers, edits)
  report('session.latency.p50', size, percentile(worst, 0.5), 'ms')
  report('session.latency.p95', size, percentile(worst, 0.95), 'ms')
  report('session.latency.lost', size, missing, 'edits')
  report('session.cursors.hz', size, await cursors(peers, short ? 500 : 3000), 'per second and person')
  const wrong = peers.flatMap(({ errors }) => errors)
  await closeAll(peers)
  return [...broken(`edits that did not reach everybody of ${size}`, missing), ...wrong]
}

/** The first starts a session, the others join; resolves once everybody is linked with everybody. */
async function gather([host, ...others]: readonly PeerPage[], { standAlone }: PeerServer): Promise<void> {
  if (!host) throw new Error('There are no peers')
  const invitations = await host.page.evaluate(
    (at) => window.peer.host({ name: 'Host', standAlone: at }),
    standAlone,
  )
  await Promise.all(
    others.map(({ page }, i) =>
      page.evaluate(([invitation, name]) => window.peer.enter(invitation, { name }), [
        invitations.participant,
        `Peer ${i}`,
      ] as const),
    ),
  )
  const peers = [host, ...others]
  const direct = (page: Page): Promise<number> =>
    page.evaluate(
      () =>
        window.peer.session().members.filter(({ reach, roundTrip }) => reach === 'direct' && roundTrip)
          .length,
    )
  await until(
    'everybody is linked',
    async () => (await Promise.all(peers.map(({ page }) => direct(page)))).every((n) => n === others.length),
    30_000,
  )
}

/** By how much the clocks of the pages may differ at most, as far as asking them can tell. */
async function clockError(peers: readonly PeerPage[]): Promise<number> {
  const now = (): number => performance.timeOrigin + performance.now()
  const bounds = await Promise.all(
    peers.map(async ({ page }) => {
      let [least, most] = [-Infinity, Infinity]
      for (let i = 0; i < 20; i++) {
        const before = now()
        const there = await page.evaluate(() => performance.timeOrigin + performance.now())
        least = Math.max(least, there - now())
        most = Math.min(most, there - before)
      }
      return { least, most }
    }),
  )
  return Math.max(...bounds.map(({ most }) => most)) - Math.min(...bounds.map(({ least }) => least))
}

async function type(peers: readonly PeerPage[], edits: number): Promise<void> {
  for (let i = 0; i < edits; i++) {
    await peers[i % peers.length]?.page.evaluate(() => window.peer.probe())
    await pause(PAUSE_MS)
  }
}

/** For each edit that reached all, how long it took to the last of them. */
async function arrivals(peers: readonly PeerPage[], edits: number) {
  const all = () => Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.arrivals())))
  const expected = edits * (peers.length - 1)
  const count = async () => (await all()).reduce((sum, each) => sum + each.length, 0)
  await until('all has arrived', async () => (await count()) === expected, ARRIVED_MS).catch(() => undefined)
  const delays = new Map<number, number[]>()
  for (const { at, took } of (await all()).flat()) delays.set(at, [...(delays.get(at) ?? []), took])
  const whole = [...delays.values()].filter((each) => each.length === peers.length - 1)
  const worst = whole.map((each) => Math.max(...each))
  return { worst, missing: edits - whole.length }
}

/** How often the one who sees least sees each of the others move. */
async function cursors(peers: readonly PeerPage[], ms: number): Promise<number> {
  const seen = () => Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.session().seen)))
  const wave = (perSecond: number) =>
    Promise.all(peers.map(({ page }) => page.evaluate((n) => window.peer.wave(n), perSecond)))
  await wave(MOVES_PER_SECOND)
  await pause(300)
  const [before, start] = [await seen(), performance.now()]
  await pause(ms)
  const [after, seconds] = [await seen(), (performance.now() - start) / 1000]
  await wave(0)
  return Math.min(...after.map((n, i) => (n - (before[i] ?? 0)) / seconds / (peers.length - 1)))
}
