import type { Browser } from 'playwright'
import type { Invitation } from '../../../shared/session/invitation.ts'
import { percentile } from '../../bench/support/report.ts'
import { openPeers, type PeerPage } from '../peerPage/peers.ts'
import { startPeerServer, type PeerServer } from '../peerPage/signalling.ts'
import { openBrowser } from './support/browser.ts'
import { broken, type Run } from './support/scenario.ts'
import { tryToGetIn } from './support/strangers.ts'
import { pause, until } from './support/until.ts'

const [MESSAGES, JOINS] = [20_000, 10_000]
const PROBE_EVERY_MS = 100
const CALM_MS = 4000
const SECRET = 'a sentence that nobody may read who was not invited'

interface Planted {
  readonly openGate?: boolean
}

interface Room {
  readonly host: PeerPage
  readonly honest: readonly PeerPage[]
  readonly evil: readonly PeerPage[]
  readonly stock: PeerPage
  readonly invitation: Invitation
}

/** Somebody who was invited and somebody who was not throw all they can at a session in which people work. */
export async function hostile(run: Run, planted: Planted = {}): Promise<readonly string[]> {
  const [messages, joins] = run.short
    ? [600, 150]
    : [Number(run.args[0] ?? MESSAGES), Number(run.args[1] ?? JOINS)]
  const browser = await openBrowser()
  const server = await startPeerServer()
  try {
    const room = await gather(browser, server, planted)
    const before = await snapshot(room)
    const calm = await probing(room, () => pause(run.short ? 800 : CALM_MS))
    let [thrown, leaked, tried] = [0, 0, 0]
    const under = await probing(room, async () => {
      const evil = room.evil.map(({ page }, i) =>
        page.evaluate(([n, seed]) => window.peer.attack(n, seed), [
          messages / room.evil.length,
          i + 1,
        ] as const),
      )
      const strangers = tryToGetIn(room.invitation, joins, [SECRET, 'Harriet', 'Hugo'])
      thrown = (await Promise.all(evil)).reduce((sum, n) => sum + n, 0)
      run.say(`${thrown} messages thrown`)
      const result = await strangers
      leaked = result.leaked
      tried = result.tried
      run.say(`${tried} strangers sent away`)
    })
    return await judge(run, room, before, { calm, under, thrown, leaked, tried })
  } finally {
    await browser.close()
    await server.stop()
  }
}

async function gather(browser: Browser, server: PeerServer, planted: Planted): Promise<Room> {
  const [host, desk, guest, evilDesk, evilGuest, stock] = await openPeers(browser, server, 6)
  if (!host || !desk || !guest || !evilDesk || !evilGuest || !stock) throw new Error('Expected six peers')
  const { participant } = await host.page.evaluate(
    ([at, bug]) => window.peer.host({ ...bug, name: 'Harriet', standAlone: at }),
    [server.standAlone, planted] as const,
  )
  const enter = ({ page }: PeerPage, name: string, kind: 'desktop' | 'laptop'): Promise<number> =>
    page.evaluate(([given, who, what, bug]) => window.peer.enter(given, { ...bug, name: who, kind: what }), [
      participant,
      name,
      kind,
      planted,
    ] as const)
  await Promise.all([
    enter(desk, 'Hugo', 'desktop'),
    enter(guest, 'Hanna', 'laptop'),
    enter(evilDesk, 'Eve', 'desktop'),
    enter(evilGuest, 'Evan', 'laptop'),
  ])
  await host.page.evaluate((text) => window.peer.addNote(text), SECRET)
  // y-webrtc as it comes, in the room itself.
  await stock.page.evaluate(([room, address]) => window.peer.joinPlain(room, [address]), [
    participant.room,
    server.signalling(participant.room),
  ] as const)
  const honest = [host, desk, guest]
  await Promise.all(
    honest.slice(1).map(({ page }, i) => page.evaluate((text) => window.peer.addNote(text), `honest ${i}`)),
  )
  await until(
    'everybody has everything',
    async () => (await sizes([...honest, evilDesk, evilGuest])).every((n) => n === 3),
    20_000,
  )
  return { host, honest, evil: [evilDesk, evilGuest], stock, invitation: participant }
}

const sizes = (peers: readonly PeerPage[]): Promise<number[]> =>
  Promise.all(peers.map(({ page }) => page.evaluate(() => window.peer.size())))

interface Snapshot {
  /** Of everything in the workshop but probes. */
  readonly texts: readonly string[]
  readonly members: readonly string[]
}

async function snapshot({ honest, host }: Room): Promise<Snapshot> {
  const texts = await Promise.all(honest.map(({ page }) => page.evaluate(() => window.peer.workshopText())))
  const { members } = await host.page.evaluate(() => window.peer.session())
  return { texts, members: members.map(({ person, role }) => `${person} ${role}`).sort() }
}

/** How long the host's edits take to the others meanwhile: ms, the slowest of them for each. */
async function probing(
  { honest: [host, ...others] }: Room,
  happen: () => Promise<void>,
): Promise<readonly number[]> {
  const counts = () =>
    Promise.all(others.map(({ page }) => page.evaluate(() => window.peer.arrivals().length)))
  const before = await counts()
  let made = 0
  let over = false
  const probe = (async () => {
    while (!over) {
      await host?.page.evaluate(() => window.peer.probe())
      made++
      await pause(PROBE_EVERY_MS)
    }
  })()
  await happen()
  over = true
  await probe
  await until(
    'all probes are there',
    async () => (await counts()).every((n, i) => n - (before[i] ?? 0) >= made),
    10_000,
  )
  const arrived = await Promise.all(others.map(({ page }) => page.evaluate(() => window.peer.delays())))
  return Array.from({ length: made }, (_, i) =>
    Math.max(...arrived.map((each, at) => each[(before[at] ?? 0) + i] ?? Infinity)),
  )
}

interface Outcome {
  readonly calm: readonly number[]
  readonly under: readonly number[]
  readonly thrown: number
  readonly leaked: number
  readonly tried: number
}

async function judge(
  { report, say }: Run,
  room: Room,
  before: Snapshot,
  outcome: Outcome,
): Promise<readonly string[]> {
  const { thrown, tried, leaked, calm, under } = outcome
  const alive = await Promise.all(
    room.honest.map(async ({ page, errors }) => {
      const { phase } = await page.evaluate(() => window.peer.session())
      return phase.kind === 'live' && errors.length === 0
    }),
  )
  const after = await snapshot(room)
  const refused = await Promise.all(
    room.honest.map(({ page }) => page.evaluate(() => window.peer.session().refusals.length)),
  )
  say(`refused at the gates of honest peers: ${refused.join(', ')}`)
  const deaths = alive.filter((each) => !each).length
  const changed = after.texts.filter((text, i) => text !== before.texts[i])
  for (const text of changed) say(`changed: ${firstDifference(before.texts[0] ?? '', text)}`)
  const changes = changed.length
  const uninvited = after.members.filter((member) => !before.members.includes(member)).length
  const [stockNotes = 0] = await sizes([room.stock])
  const content = leaked + stockNotes
  const [p95, calmP95] = [percentile(under, 0.95), percentile(calm, 0.95)]
  report('session.hostile.deaths', thrown, deaths, 'peers')
  report('session.hostile.changes', thrown, changes, 'peers')
  report('session.hostile.calm.p95', calm.length, calmP95, 'ms')
  report('session.hostile.p95', under.length, p95, 'ms')
  report('session.hostile.rise.p95', under.length, p95 - calmP95, 'ms')
  report('session.hostile.uninvited', tried, uninvited, 'members')
  report('session.hostile.leaked.bytes', tried, content, 'bytes')
  return [
    ...broken('honest peers that broke down', deaths),
    ...broken('honest peers whose workshop was changed', changes),
    ...broken('members who were not invited, or have another role', uninvited),
    ...broken('bytes that strangers got', content),
  ]
}

function firstDifference(a: string, b: string): string {
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  return `${a.slice(Math.max(0, at - 150), at + 150)} → ${b.slice(Math.max(0, at - 150), at + 400)}`
}
