import { expect, test } from 'playwright/test'
import { buildPeer } from '../session/peerPage/buildPeer.ts'
import {
  allHearAll,
  closeAll,
  connected,
  join,
  openPeers,
  renewed,
  type PeerPage,
} from '../session/peerPage/peers.ts'
import { startPeerServer, type PeerServer } from '../session/peerPage/signalling.ts'
import { newSession } from '../session/peerPage/ticket.ts'

/** How often what may go wrong by chance is done; more in campaigns. */
const ROUNDS = Number(process.env['THROUGHLINE_MESH_ROUNDS'] ?? 4)

let server: PeerServer
/** Opening a page takes longer than most of what is tested on it. */
let pages: readonly PeerPage[] = []

test.describe.configure({ mode: 'serial' })
test.beforeAll(async ({ browser }) => {
  await buildPeer()
  server = await startPeerServer()
  pages = await openPeers(browser, server, 5)
})
test.afterAll(async () => {
  await closeAll(pages)
  await server.stop()
})

function two(peers: readonly PeerPage[]): readonly [PeerPage, PeerPage] {
  const [first, second] = peers
  if (!first || !second) throw new Error('Expected two peers')
  return [first, second]
}

test('Every window of a session hears every other, each edit crosses each link once, and links outlive secrets and servers', async () => {
  const session = newSession()
  const peers = await renewed(pages.slice(0, 4))
  const early = peers.slice(0, 3)
  const [first, second] = two(peers)
  const late = peers[3]
  if (!late) throw new Error('Expected four peers')
  await Promise.all(early.map((peer, i) => join(peer, session.ticket(`Peer ${i}`), server)))
  await connected(early)

  const next = newSession().secret
  const elsewhere = `${server.signalling(session.room)}&again`
  for (const { page } of early)
    await page.evaluate(
      ([secret, address]) => {
        window.peer.setSecret(secret)
        window.peer.setSignalling([address])
      },
      [next, elsewhere] as const,
    )
  await join(late, session.ticket('Late', 'facilitator', next), server)
  await connected(peers)
  await allHearAll(peers, 'first')

  const counts = () => Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.counts())))
  const before = await counts()
  await first.page.evaluate(() => {
    for (let i = 0; i < 10; i++) window.peer.probe()
  })
  await expect.poll(() => second.page.evaluate(() => window.peer.delays().length)).toBe(10)
  await allHearAll(peers, 'then')
  const after = await counts()
  expect(after.map((count, i) => count.sent - (before[i]?.sent ?? 0))).toEqual([33, 3, 3, 3])
  for (const count of after)
    expect(count).toMatchObject({ openConnections: 3, links: 3, toTabs: 0, refused: [] })
  expect(peers.map(({ errors }) => errors)).toEqual([[], [], [], []])
})

test('Two windows that lose each other at the same moment hear each other again', async () => {
  const session = newSession()
  const peers = await renewed(pages.slice(0, 2))
  await Promise.all(peers.map((peer, i) => join(peer, session.ticket(`Peer ${i}`), server)))
  await connected(peers)
  for (let round = 0; round < ROUNDS; round++) {
    await Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.drop())))
    await allHearAll(peers, `round ${round}`, 12_000)
  }
  expect(peers.map(({ errors }) => errors)).toEqual([[], []])
})

test('The same is seen to fail with y-webrtc as it comes', async () => {
  const { room } = newSession()
  const peers = await renewed(pages.slice(0, 2))
  await Promise.all(
    peers.map(({ page }) =>
      page.evaluate(([name, address]) => window.peer.joinPlain(name, [address]), [
        room,
        server.signalling(room),
      ] as const),
    ),
  )
  await allHearAll(peers, 'before')
  let deaf = false
  for (let round = 0; round < 12 && !deaf; round++) {
    await Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.drop())))
    deaf = await allHearAll(peers, `round ${round}`, 1500).then(
      () => false,
      () => true,
    )
  }
  expect(deaf).toBe(true)
  // The other thing that no test would see if it were not there.
  const { toTabs } = await two(peers)[0].page.evaluate(() => window.peer.counts())
  expect(toTabs).toBeGreaterThan(0)
})

test('Two windows find each other though signalling ends and comes back at any moment', async () => {
  const session = newSession()
  const peers = await renewed(pages.slice(0, 2))
  const [first, second] = two(peers)
  const [mine, theirs] = [session.ticket('First'), session.ticket('Second')]
  await join(first, mine, server)
  for (let round = 0; round < ROUNDS; round++) {
    await join(second, theirs, server)
    await new Promise((resolve) => setTimeout(resolve, (round * 160) / ROUNDS))
    await server.stop()
    await server.start()
    await connected(peers)
    if (round < ROUNDS - 1) await second.page.evaluate(() => window.peer.leave())
  }
  await server.stop()
  await allHearAll(peers, 'without signalling')
  await server.start()
  expect(peers.map(({ errors }) => errors)).toEqual([[], []])
})

test('Who has no certificate or not the secret gets no byte of content and disturbs nobody', async () => {
  const session = newSession()
  const other = newSession()
  const all = await renewed(pages.slice(0, 5))
  const peers = all.slice(0, 2)
  const [uninvited, outdated, plain] = all.slice(2)
  if (!uninvited || !outdated || !plain) throw new Error('Expected strangers')
  await Promise.all(peers.map((peer, i) => join(peer, session.ticket(`Peer ${i}`), server)))
  await connected(peers)
  await allHearAll(peers, 'secret')
  const address = server.signalling(session.room)
  // Knows the secret, and signed its certificate itself.
  await join(uninvited, other.forged(session), server)
  // Has a certificate, and the secret of an earlier epoch.
  await join(outdated, session.ticket('Old', 'facilitator', other.secret), server)
  await plain.page.evaluate(([name, at]) => window.peer.joinPlain(name, [at]), [
    session.room,
    address,
  ] as const)
  await expect
    .poll(() => uninvited.page.evaluate(() => window.peer.connections().length), { intervals: [5] })
    .toBeGreaterThan(0)
  await allHearAll(peers, 'still')
  await connected(peers)
  for (const { page } of all.slice(2)) {
    expect(await page.evaluate(() => window.peer.texts())).toEqual([])
    expect(await page.evaluate(() => window.peer.counts())).toMatchObject({
      received: 0,
      presence: 0,
      present: 1,
    })
  }
  // Nobody who did not prove themselves was ever let as far as a link.
  for (const { page } of peers) expect(await page.evaluate(() => window.peer.counts().links)).toBe(1)
  expect(peers.map(({ errors }) => errors)).toEqual([[], []])
})

test('What is too long for a data channel arrives whole, in a first answer and as edits', async () => {
  const session = newSession()
  const peers = await renewed(pages.slice(0, 3))
  const [first, second] = two(peers)
  const third = peers[2]
  if (!third) throw new Error('Expected three peers')
  const size = (peer: PeerPage) => peer.page.evaluate(() => window.peer.size())
  await first.page.evaluate(() => window.peer.fill(60, 1000))
  await join(first, session.ticket('First'), server)
  await join(second, session.ticket('Second'), server)
  await expect.poll(() => size(second)).toBe(60)
  // Each about as long as what data channels take at most, 256 KiB; then a burst, and one transaction of a megabyte.
  await first.page.evaluate(() => {
    for (const characters of [2490, 2500, 2510, 2520]) window.peer.fill(100, characters)
    for (let i = 0; i < 10; i++) window.peer.fill(20, 10_000)
    window.peer.fill(100, 10_000)
  })
  await expect.poll(() => size(second), { timeout: 15_000 }).toBe(760)
  await join(third, session.ticket('Third'), server)
  await expect.poll(() => size(third), { timeout: 15_000 }).toBe(760)
  const counts = await Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.counts())))
  expect(counts.map(({ pending, refused, links }) => ({ pending, refused, links }))).toEqual(
    peers.map(() => ({ pending: false, refused: [], links: 2 })),
  )
  const hashes = await Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.documentHash())))
  expect(new Set(hashes).size).toBe(1)
})

test('Nothing is left of those who leave, reload or vanish', async () => {
  const session = newSession()
  const all = await renewed(pages)
  const peers = all.slice(0, 2)
  const [host, guest] = two(peers)
  const ticket = session.ticket('Guest')
  await join(host, session.ticket('Host'), server)
  const left = () => host.page.evaluate(() => window.peer.counts().openConnections)
  for (let round = 0; round < ROUNDS; round++) {
    await join(guest, ticket, server)
    await connected(peers)
    if (round % 2 === 0) await guest.page.evaluate(() => window.peer.leave())
    else await guest.page.reload()
  }
  await join(guest, ticket, server)
  await connected(peers)
  pages = [host]
  await Promise.all(all.slice(1).map(({ context }) => context.close()))
  await expect.poll(left, { timeout: 12_000 }).toBe(0)
  expect(host.errors).toEqual([])
})
