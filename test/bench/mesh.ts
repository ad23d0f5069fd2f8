/**
 * `npm run bench -- mesh [PEERS…]`: windows of one session on this machine, each in a process of its own, over real WebRTC. How
 * long an edit takes to everybody, how many messages it costs, and what moving a note and everybody's cursors cost the
 * processor, in percent of one core for all windows together.
 */
import { chromium, type Browser } from 'playwright'
import { chromiumPath } from '../../scripts/lib/chromium.mjs'
import { buildPeer } from '../session/peerPage/buildPeer.ts'
import { closeAll, connected, join, openPeers, type PeerPage } from '../session/peerPage/peers.ts'
import { startPeerServer, type PeerServer } from '../session/peerPage/signalling.ts'
import { newSession } from '../session/peerPage/ticket.ts'
import { percentile, report } from './support/report.ts'

const EDITS = 100
/** Between two edits, ms. */
const PAUSE_MS = 40
const GESTURE_MS = 3000
const CURSORS_PER_SECOND = 20

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

await buildPeer()
const server = await startPeerServer()
const executablePath = await chromiumPath()
const browser = await chromium.launch(executablePath ? { executablePath } : {})
const asked = process.argv.slice(2).map(Number)
for (const peers of asked.length > 0 ? asked : [2, 4, 8]) await measure(browser, server, peers)
await browser.close()
await server.stop()

async function measure(on: Browser, at: PeerServer, count: number): Promise<void> {
  const session = newSession()
  const peers = await openPeers(on, at, count)
  const start = performance.now()
  await Promise.all(peers.map((peer, i) => join(peer, session.ticket(`Peer ${i}`), at)))
  await connected(peers, count - 1, 60_000)
  report('mesh.connected', count, performance.now() - start, 'ms')
  await sleep(1000)
  await measureEdits(peers)
  report('mesh.drag.cpu', count, await costOf(on, () => drag(peers)), '% of a core')
  report('mesh.cursors.cpu', count, await costOf(on, () => wave(peers)), '% of a core')
  await closeAll(peers)
}

async function measureEdits(peers: readonly PeerPage[]): Promise<void> {
  for (let i = 0; i < EDITS; i++) {
    await peers[i % peers.length]?.page.evaluate(() => window.peer.probe())
    await sleep(PAUSE_MS)
  }
  await sleep(500)
  const all = await Promise.all(
    peers.map(({ page }) =>
      page.evaluate(() => ({ delays: window.peer.delays(), counts: window.peer.counts() })),
    ),
  )
  const delays = all.flatMap((each) => each.delays)
  const sent = all.reduce((sum, { counts }) => sum + counts.sent, 0)
  const count = peers.length
  report('mesh.edit.p50', count, percentile(delays, 0.5), 'ms')
  report('mesh.edit.p95', count, percentile(delays, 0.95), 'ms')
  report('mesh.edit.messages', count, sent / EDITS, 'messages')
  report('mesh.edit.lost', count, EDITS * (count - 1) - delays.length, 'edits')
}

/** One window moves a note with every frame of 60 a second. */
async function drag([first]: readonly PeerPage[]): Promise<void> {
  await first?.page.evaluate(async (ms) => {
    const id = window.peer.addNote('moved')
    const end = performance.now() + ms
    for (let x = 0; performance.now() < end; x++) {
      window.peer.moveNote(id, x, x)
      await new Promise((resolve) => setTimeout(resolve, 1000 / 60))
    }
  }, GESTURE_MS)
}

/** Everybody's cursor moves. */
async function wave(peers: readonly PeerPage[]): Promise<void> {
  const heard = () => Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.counts().presence)))
  const before = await heard()
  await Promise.all(peers.map(({ page }) => page.evaluate((n) => window.peer.wave(n), CURSORS_PER_SECOND)))
  await sleep(GESTURE_MS)
  await Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.wave(0))))
  const rates = (await heard()).map(
    (count, i) => (count - (before[i] ?? 0)) / (GESTURE_MS / 1000) / Math.max(1, peers.length - 1),
  )
  report('mesh.cursors.rate', peers.length, Math.min(...rates), 'per second and person')
}

/** Processor time of the whole browser while something happens, in percent of one core. */
async function costOf(on: Browser, happen: () => Promise<void>): Promise<number> {
  const devTools = await on.newBrowserCDPSession()
  const cpu = async (): Promise<number> =>
    (await devTools.send('SystemInfo.getProcessInfo')).processInfo.reduce(
      (sum, { cpuTime }) => sum + cpuTime,
      0,
    )
  const [before, start] = [await cpu(), performance.now()]
  await happen()
  return (((await cpu()) - before) / ((performance.now() - start) / 1000)) * 100
}
