import { percentile } from '../../bench/support/report.ts'
import { acknowledged, described, diverged, duplicated, haveAll, lost, now, write } from './support/board.ts'
import { broken, type Run } from './support/scenario.ts'
import { openSeats, type Seat, type Seats, type SeatsOptions } from './support/seats.ts'
import { held, pause, until } from './support/until.ts'

/** How long and how bad it is: ms, and what share of packets is lost. */
const FULL = {
  peers: 8,
  delay: 50,
  loss: 0.05,
  away: 8000,
  frozen: 10_000,
  parted: 30_000,
  down: 60_000,
  ghosts: 30_000,
}
const SHORT = { peers: 3, delay: 10, loss: 0.01, away: 500, frozen: 0, parted: 0, down: 1500, ghosts: 0 }
const WRITE_EVERY_MS = 700
const PATIENCE_MS = 60_000

interface State {
  readonly seats: Seats
  readonly run: Run
  /** Notes that were called safe. */
  readonly known: Set<string>
  /** How long it took until all had what all wrote when something was over, ms. */
  readonly heals: number[]
  step: number
}

/** Windows that die, stop, are cut off from each other and from the server while everybody goes on writing. */
export async function churn(run: Run, desk?: SeatsOptions['desk']): Promise<readonly string[]> {
  const plan = run.short ? SHORT : FULL
  const seats = await openSeats({ desktops: plan.peers, standAlone: true, ...(desk && { desk }) })
  const state: State = { seats, run, known: new Set(), heals: [], step: 0 }
  const everybody = seats.desktops
  try {
    await gather(everybody)
    await seats.network.shape({ delay: plan.delay, loss: plan.loss })
    await keepWriting(everybody)
    await healed(state, 'everybody is there')
    await dieAndReturn(state, plan.away)
    if (plan.frozen > 0) await stopAndGoOn(state, plan.frozen)
    if (plan.parted > 0) await part(state, plan.parted)
    await withoutServer(state, plan.down)
    const ghosts = plan.ghosts > 0 ? await ghostsAfter(state, plan.ghosts) : undefined
    return await judge(state, ghosts)
  } catch (error) {
    run.say(await described(everybody.filter(({ isUp }) => isUp)).catch(String))
    throw error
  } finally {
    await seats.close()
  }
}

async function gather([host, ...others]: readonly Seat[]): Promise<void> {
  if (!host) throw new Error('There is nobody')
  const invitation = await host.host()
  await Promise.all(others.map((seat) => seat.enter(invitation)))
  const linked = async (seat: Seat): Promise<boolean> =>
    (await now(seat)).members.filter(({ reach }) => reach === 'direct').length === others.length
  await until(
    'everybody is linked with everybody',
    async () => (await Promise.all([host, ...others].map(linked))).every(Boolean),
    PATIENCE_MS,
  )
}

const keepWriting = async (seats: readonly Seat[]): Promise<void> =>
  void (await Promise.all(
    seats.map(({ page, name }) =>
      page.evaluate(([who, ms]) => window.peer.keepWriting(who, ms), [name, WRITE_EVERY_MS] as const),
    ),
  ))

/** Whatever was called safe before somebody goes must be there in the end. */
async function remember({ known, seats }: State): Promise<void> {
  const lists = await Promise.all(seats.desktops.filter(({ isUp }) => isUp).map(acknowledged))
  for (const text of lists.flat()) known.add(text)
}

/** From now on it should take no time worth mentioning until everybody has what everybody says. */
async function healed(state: State, what: string): Promise<void> {
  const { heals, run, seats } = state
  const up = seats.desktops.filter(({ isUp }) => isUp)
  const step = state.step++
  const said = up.map(({ name }) => `${step} ${what}, ${name}`)
  await Promise.all(up.map((seat, i) => write(seat, said[i] ?? '')))
  const took = (await held(() => haveAll(up, said), PATIENCE_MS)) ?? PATIENCE_MS
  run.say(`${what}: ${Math.round(took)} ms`)
  heals.push(took)
}

async function dieAndReturn(state: State, away: number): Promise<void> {
  const dying = state.seats.desktops.slice(1, state.seats.desktops.length > 4 ? 3 : 2)
  await remember(state)
  for (const seat of dying) await writeAlone(state, seat)
  await Promise.all(dying.map((seat) => seat.kill()))
  await state.seats.network.heal()
  await healed(state, 'some have died')
  await pause(away)
  await Promise.all(dying.map((seat) => seat.restart()))
  await keepWriting(dying)
  await healed(state, 'they have come back')
}

/** What only this window has, and says to be safe: on its own disk, then, or nowhere. */
async function writeAlone({ known, seats }: State, seat: Seat): Promise<void> {
  await seats.network.part(
    [0, ...seats.desktops.map(({ at }) => at).filter((at) => at !== seat.at)],
    [seat.at],
  )
  const text = `${seat.name}, alone`
  await write(seat, text)
  await until('it is safe', async () => (await acknowledged(seat)).includes(text), 5000)
  known.add(text)
}

async function stopAndGoOn(state: State, frozen: number): Promise<void> {
  const stopping = state.seats.desktops.slice(3, 5)
  await remember(state)
  for (const seat of stopping) await seat.freeze('page')
  await healed(state, 'some have stopped')
  await pause(frozen)
  for (const seat of stopping) seat.thaw()
  await healed(state, 'they have gone on')
}

async function part(state: State, parted: number): Promise<void> {
  const { desktops, network } = state.seats
  const machines = desktops.map(({ at }) => at)
  const half = machines.length >> 1
  await network.part([0, ...machines.slice(0, half)], machines.slice(half))
  await pause(parted)
  await network.heal()
  await healed(state, 'the network is whole again')
}

async function withoutServer(state: State, down: number): Promise<void> {
  const { server } = state.seats
  server.stop()
  await healed(state, 'the server has gone')
  await pause(down)
  await healed(state, 'without a server')
  await server.start()
  await healed(state, 'the server is back')
}

/** How many at how many seats are still taken for present who died so long ago. */
async function ghostsAfter(state: State, ms: number): Promise<number> {
  const [gone, ...others] = state.seats.desktops.toReversed()
  if (!gone) return 0
  await remember(state)
  const { me } = await now(gone)
  await gone.kill()
  await pause(ms)
  const seen = await Promise.all(others.map(now))
  const ghosts = seen.filter(
    ({ members, others: shown }) =>
      members.some(({ person, reach }) => person === me && reach !== 'gone') || shown.includes(me),
  ).length
  await gone.restart()
  await healed(state, 'the last one has come back')
  return ghosts
}

async function judge(state: State, ghosts: number | undefined): Promise<readonly string[]> {
  const { heals, known, run, seats } = state
  const all = seats.desktops
  const size = all.length
  await remember(state)
  await Promise.all(all.map(({ page }) => page.evaluate(() => window.peer.keepWriting('', 0))))
  await held(async () => (await diverged(all)) === 0, 30_000)
  const [different, missing, twice] = await Promise.all([diverged(all), lost(all, known), duplicated(all)])
  const { report } = run
  report('session.churn.diverged', size, different, 'peers')
  report('session.churn.acknowledged', size, known.size, 'edits')
  report('session.churn.lost', size, missing, 'edits')
  report('session.churn.duplicated', size, twice, 'edits')
  report('session.churn.heal.p95', size, percentile(heals, 0.95), 'ms')
  if (ghosts !== undefined) report('session.churn.ghosts', size, ghosts, 'members')
  return [
    ...broken('peers whose board differs', different),
    ...broken('acknowledged edits that are lost', missing),
    ...broken('edits that are there twice', twice),
    ...broken('members who are long gone', ghosts ?? 0),
    ...(known.size === 0 ? ['no edit was acknowledged'] : []),
  ]
}
