import { seededRandom } from './seededRandom.ts'
import { sessionWorld, wayFor, type SessionWorld, type Somebody } from './sessionWorld.ts'

/** What came of one session whose host was lost. Times in ms. */
export interface TakeoverRound {
  readonly faults: readonly string[]
  /** From the loss until somebody else is host, and until every guest has what others write after it. */
  readonly newHost: number
  readonly editing: number
}

export interface TakeoverRoundOptions {
  readonly desktops?: number
  readonly guests?: number
  /** Without it desktops have no line but that to the host's server. */
  readonly mesh?: boolean
  /** Whoever takes over is lost, too, and a guest with the first. */
  readonly twice?: boolean
  /** A fault to be found. `deaf`: one desktop takes nothing any more. `apart`: the network stays in two halves. */
  readonly plant?: 'deaf' | 'apart'
  /** What happens to the host. By default it depends on the seed. */
  readonly loss?: 'kill' | 'freeze'
}

interface Written {
  readonly id: string
  readonly by: Somebody
  readonly at: number
  saved: boolean
}

const isLive = (who: Somebody): boolean => who.session.phase.get().kind === 'live'
const hostsOf = (who: Somebody): Somebody['name'][] =>
  who.session.members.get().flatMap(({ name, hosting, reach }) => (hosting && reach !== 'gone' ? [name] : []))

/** A session of some desktops and guests in which everybody writes all the time, until after its host is lost and back. */
export async function takeoverRound(
  seed: number,
  options: TakeoverRoundOptions = {},
): Promise<TakeoverRound> {
  const random = seededRandom(seed)
  const { desktops = 3, guests = 5, loss = random() < 0.5 ? 'kill' : 'freeze' } = options
  const world = sessionWorld(random)
  world.mesh.reach = () => options.mesh !== false
  const host = await world.start('D0')
  const invitation = wayFor(host, 'participant')
  const others = Array.from({ length: desktops - 1 + guests }, (_, at) =>
    world.join(`P${at}`, invitation, { kind: at < desktops - 1 ? 'desktop' : 'laptop' }),
  )
  await world.until('all are in', () => others.every(isLive), 10_000)
  await world.until(
    'all are known',
    () => others.every(({ session }) => session.members.get().length > guests),
    10_000,
  )

  const written: Written[] = []
  const write = (who: Somebody): void =>
    void written.push({ id: who.write(), by: who, at: world.clock.now(), saved: false })
  const live = async (who: readonly Somebody[], ms: number): Promise<void> => {
    const end = world.clock.now() + ms
    while (world.clock.now() < end) {
      const one = who[Math.floor(random() * who.length)]
      if (one && random() < 0.3) write(one)
      await world.pass(40 + random() * 120)
      noteSaved(written, world)
    }
  }
  await live([host, ...others], 2000 + random() * 3000)
  if (loss === 'kill') host.kill()
  else host.freeze()
  if (options.twice === true) others.pop()?.kill()
  plant(options.plant, world, others)
  const newHost = await during(
    world,
    () => live(others, 100),
    () => others.some(isHost),
    15_000,
  )
  const probe = others.find(isHost)
  const note = probe?.write()
  const editing = await during(
    world,
    () => live(others, 100),
    () => note !== undefined && others.every((who) => who.notes().includes(note)),
    25_000,
  )
  await live(others, 1000 + random() * 3000)
  if (options.twice === true && probe) {
    probe.kill()
    others.splice(others.indexOf(probe), 1)
    await during(
      world,
      () => live(others, 100),
      () => others.some(isHost),
      15_000,
    )
    await live(others, 1000 + random() * 3000)
  }
  if (loss === 'freeze') host.thaw()
  const back = loss === 'freeze' ? host : world.rejoin(host)
  const all = [back, ...others]
  await live(all, 3000)
  await world.pass(15_000)
  return {
    faults: faultsOf(all, written),
    newHost,
    editing: newHost + editing,
  }
}

/** What must be found. */
function plant(fault: TakeoverRoundOptions['plant'], world: SessionWorld, others: readonly Somebody[]): void {
  if (fault === 'deaf' && others[0]) world.deaf.add(others[0].page)
  if (fault !== 'apart') return
  const half = new Set(others.slice(1).flatMap(({ page, server }) => [page, server?.machine]))
  world.network.reach = (a, b) => half.has(a) === half.has(b)
  world.mesh.reach = world.network.reach
}

const isHost = (who: Somebody): boolean =>
  who.session.members.get().some(({ reach, hosting }) => reach === 'me' && hosting)

async function during(
  world: SessionWorld,
  step: () => Promise<void>,
  holds: () => boolean,
  ms: number,
): Promise<number> {
  const began = world.clock.now()
  while (!holds() && world.clock.now() - began < ms) await step()
  return holds() ? world.clock.now() - began : Infinity
}

/** Marks what its writer was told to be safe. */
function noteSaved(written: readonly Written[], { clock }: SessionWorld): void {
  for (const each of written)
    if (!each.saved && clock.now() - each.at > 100 && each.by.page.alive && !each.by.page.frozen)
      each.saved = each.by.session.safety.get().safe
}

function faultsOf(all: readonly Somebody[], written: readonly Written[]): string[] {
  const faults: string[] = []
  const hosts = new Set(all.flatMap(hostsOf))
  // The facilitator, once back, is trusted by all.
  if (!hosts.has('D0')) faults.push('the facilitator is not host again')
  if (hosts.size !== 1) faults.push(`hosts: ${[...hosts].join(', ')}`)
  for (const who of all) {
    const phase = who.session.phase.get()
    if (phase.kind !== 'live') faults.push(`${who.name} is ${JSON.stringify(phase)}`)
    if (hostsOf(who).length !== 1) faults.push(`${who.name} knows ${hostsOf(who).length} hosts`)
    const notes = who.notes()
    if (new Set(notes).size !== notes.length) faults.push(`${who.name} has duplicates`)
    const lost = written.filter(({ id, saved }) => saved && !notes.some((note) => note === id))
    if (lost.length > 0)
      faults.push(
        `${who.name} lacks ${lost.length} saved, of ${[...new Set(lost.map(({ by }) => by.name))].join()}`,
      )
    const names = who.session.members.get().filter(({ reach }) => reach !== 'gone')
    if (names.length !== all.length) faults.push(`${who.name} sees ${names.length} of ${all.length}`)
  }
  const contents = new Set(all.map((who) => JSON.stringify(who.notes().toSorted())))
  if (contents.size !== 1) faults.push(`${contents.size} different workshops`)
  return faults
}

/** `node test/support/takeoverRounds.ts ROUNDS [SEED]`: as many as one likes, one line each. */
if (process.argv[1]?.endsWith('takeoverRounds.ts')) {
  const [rounds = 1, first = 1] = process.argv.slice(2).map(Number)
  for (let seed = first; seed < first + rounds; seed++) {
    const began = Date.now()
    const { MESH, TWICE } = process.env
    const round = await takeoverRound(seed, { mesh: MESH !== '0', twice: TWICE === '1' })
    console.log(JSON.stringify({ seed, ...round, took: Date.now() - began }))
  }
  process.exit()
}
