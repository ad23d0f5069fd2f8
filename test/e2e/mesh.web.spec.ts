import { expect, test } from 'playwright/test'
import { buildPeer } from '../session/peerPage/buildPeer.ts'
import { allHearAll, closeAll, connected, join, openPeers } from '../session/peerPage/peers.ts'
import { startPeerServer, type PeerServer } from '../session/peerPage/signalling.ts'
import { newSession } from '../session/peerPage/ticket.ts'

/** How often what may go wrong by chance is done; more in campaigns. */
const ROUNDS = Number(process.env['THROUGHLINE_MESH_ROUNDS'] ?? 6)

let server: PeerServer

test.beforeAll(async () => {
  await buildPeer()
  server = await startPeerServer()
})
test.afterAll(() => server.stop())

test('Every window of a session hears every other, and each edit crosses each link once', async ({
  browser,
}) => {
  const session = newSession()
  const peers = await openPeers(browser, server, 4)
  await Promise.all(peers.map((peer, i) => join(peer, session.ticket(`Peer ${i}`), server)))
  await connected(peers)
  await allHearAll(peers, 'first')

  const [first, second] = peers
  if (!first || !second) throw new Error('Expected peers')
  const counts = () => Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.counts())))
  const before = await counts()
  await first.page.evaluate(() => {
    for (let i = 0; i < 10; i++) window.peer.probe()
  })
  await expect.poll(() => second.page.evaluate(() => window.peer.delays().length)).toBe(10)
  await allHearAll(peers, 'then')
  const after = await counts()
  const sent = after.map((count, i) => count.sent - (before[i]?.sent ?? 0))
  expect(sent).toEqual([33, 3, 3, 3])
  expect(after.map(({ openConnections }) => openConnections)).toEqual([3, 3, 3, 3])
  expect(peers.map(({ errors }) => errors)).toEqual([[], [], [], []])
  await closeAll(peers)
})

test('Two windows that lose each other at the same moment hear each other again', async ({ browser }) => {
  const session = newSession()
  const peers = await openPeers(browser, server, 2)
  await Promise.all(peers.map((peer, i) => join(peer, session.ticket(`Peer ${i}`), server)))
  await connected(peers)
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.drop())))
    await allHearAll(peers, `round ${round}`, 12_000)
  }
  expect(peers.map(({ errors }) => errors)).toEqual([[], []])
  await closeAll(peers)
})
