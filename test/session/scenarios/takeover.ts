import { percentile } from '../../bench/support/report.ts'
import {
  acknowledged,
  described,
  diverged,
  duplicated,
  haveAll,
  hostSeenBy,
  lost,
  now,
  write,
} from './support/board.ts'
import { broken, type Run } from './support/scenario.ts'
import { openSeats, type Seat, type Seats, type SeatsOptions } from './support/seats.ts'
import { pause, until } from './support/until.ts'

const KILLS = 20
/** Every so manyth time the host is not killed but stops, and goes on later. */
const FROZEN_EVERY = 5
const PATIENCE_MS = 30_000

interface Round {
  readonly newHost: number
  readonly editing: number
}

/** The host's computer dies, window and server at once, again and again; guests and another desktop go on without. */
export async function takeover(run: Run, desk?: SeatsOptions['desk']): Promise<readonly string[]> {
  const kills = run.short ? 1 : Number(run.args[0] ?? KILLS)
  const seats = await openSeats({ desktops: 2, guests: run.short ? 1 : 2, ...(desk && { desk }) })
  try {
    await gather(seats)
    const known = new Set<string>()
    const rounds: Round[] = []
    for (let i = 0; i < kills; i++) {
      const round = await oneRound(seats, i, known, !run.short && i % FROZEN_EVERY === FROZEN_EVERY - 1)
      run.say(
        `${i + 1} of ${kills}: new host ${Math.round(round.newHost)} ms, editing ${Math.round(round.editing)} ms`,
      )
      rounds.push(round)
    }
    return await judge(run, seats, rounds, known)
  } catch (error) {
    run.say(await described([...seats.desktops, ...seats.guests].filter(({ isUp }) => isUp)).catch(String))
    throw error
  } finally {
    await seats.close()
  }
}

async function gather({ desktops: [first, ...others], guests }: Seats): Promise<void> {
  if (!first) throw new Error('There is nobody')
  const invitation = await first.host()
  await Promise.all([...others, ...guests].map((seat) => seat.enter(invitation)))
  await until(
    'everybody is a copy',
    async () => (await now(first)).members.length === 1 + others.length + guests.length,
    PATIENCE_MS,
  )
}

async function oneRound(seats: Seats, i: number, known: Set<string>, isFreeze: boolean): Promise<Round> {
  const all = [...seats.desktops, ...seats.guests]
  const host = await hostOf(seats)
  const others = all.filter((seat) => seat !== host)
  await until('somebody can take over', async () => canTakeOver(seats, host), PATIENCE_MS)
  await Promise.all(all.map((seat) => write(seat, `${i} before, ${seat.name}`)))
  await pause(150)
  // Whatever was said to be safe by now must still be there in the end.
  for (const list of await Promise.all(all.map(acknowledged))) for (const text of list) known.add(text)
  await Promise.all(all.map((seat) => write(seat, `${i} at once, ${seat.name}`)))

  const start = performance.now()
  if (isFreeze) await host.freeze('all')
  else await host.kill()
  const after = others.map((seat) => `${i} after, ${seat.name}`)
  await Promise.all(others.map((seat, at) => write(seat, after[at] ?? '')))
  const [newHost, editing] = await Promise.all([
    until('there is a new host', async () => agreed(others, host), PATIENCE_MS).then(
      () => performance.now() - start,
    ),
    until('everybody edits again', () => haveAll(others, after), PATIENCE_MS).then(
      () => performance.now() - start,
    ),
  ])
  if (isFreeze) host.thaw()
  else await host.restart()
  await until('the old host is back', async () => (await agreed(all)) && haveAll([host], after), PATIENCE_MS)
  return { newHost, editing }
}

async function hostOf({ desktops }: Seats): Promise<Seat> {
  for (const seat of desktops) {
    const { me, members } = await now(seat)
    if (members.some(({ person, hosting }) => person === me && hosting)) return seat
  }
  throw new Error('There is no host')
}

/** Nobody can who has not heard yet that they may, or has not all of the workshop. */
async function canTakeOver({ desktops }: Seats, host: Seat): Promise<boolean> {
  const states = await Promise.all(desktops.filter((seat) => seat !== host).map(now))
  return states.every(({ phase, members }) => phase.kind === 'live' && members.length > 1)
}

/** Do all of these name one host, who is not `old`? */
async function agreed(seats: readonly Seat[], old?: Seat): Promise<boolean> {
  const hosts = new Set(await Promise.all(seats.map(hostSeenBy)))
  const [host] = hosts
  return hosts.size === 1 && host !== undefined && host !== old?.name
}

async function judge(
  { report }: Run,
  { desktops, guests }: Seats,
  rounds: readonly Round[],
  known: ReadonlySet<string>,
): Promise<readonly string[]> {
  const all = [...desktops, ...guests]
  await until('all are equal', async () => (await diverged(all)) === 0, PATIENCE_MS).catch(() => undefined)
  const [missing, twice, different] = await Promise.all([lost(all, known), duplicated(all), diverged(all)])
  const count = rounds.length
  const p95 = (values: readonly number[]): number => percentile(values, 0.95)
  report('session.takeover.newhost.p95', count, p95(rounds.map(({ newHost }) => newHost)), 'ms')
  report('session.takeover.editing.p95', count, p95(rounds.map(({ editing }) => editing)), 'ms')
  report('session.takeover.acknowledged', count, known.size, 'edits')
  report('session.takeover.lost', count, missing, 'edits')
  report('session.takeover.duplicated', count, twice, 'edits')
  report('session.takeover.diverged', count, different, 'peers')
  return [
    ...broken('acknowledged edits that are lost', missing),
    ...broken('edits that are there twice', twice),
    ...broken('peers whose board differs', different),
    ...(known.size === 0 ? ['no edit was acknowledged'] : []),
  ]
}
