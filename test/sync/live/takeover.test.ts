import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../support/seededRandom.ts'
import { takeoverRound } from '../../support/takeoverRounds.ts'
import { sessionWorld, wayFor, type SessionWorld, type Somebody } from '../../support/sessionWorld.ts'

const isLive = (who: Somebody): boolean => who.session.phase.get().kind === 'live'
const hostOf = (who: Somebody): string | undefined =>
  who.session.members.get().find(({ hosting, reach }) => hosting && reach !== 'gone')?.name
const contentOf = (who: Somebody): string => JSON.stringify(who.notes().toSorted())

interface Room {
  readonly world: SessionWorld
  readonly desktops: readonly Somebody[]
  readonly guests: readonly Somebody[]
  readonly all: readonly Somebody[]
}

async function room(seed: number, desktops: number, guests: number): Promise<Room> {
  const world = sessionWorld(seededRandom(seed))
  const host = await world.start('D0')
  const others = Array.from({ length: desktops - 1 }, (_, at) =>
    world.join(`D${at + 1}`, wayFor(host, 'participant'), { kind: 'desktop' }),
  )
  await world.until('desktops are in', () => others.every(isLive), 5000)
  const browsers = Array.from({ length: guests }, (_, at) =>
    world.join(`G${at}`, wayFor(host, 'participant')),
  )
  await world.until('guests are in', () => browsers.every(isLive), 5000)
  const all = [host, ...others, ...browsers]
  await world.until(
    'all know all',
    () =>
      all.every(
        ({ session }) => session.members.get().filter(({ reach }) => reach !== 'gone').length === all.length,
      ),
    5000,
  )
  return { world, desktops: [host, ...others], guests: browsers, all }
}

describe('taking over', () => {
  it('lets the next desktop be host when the host is killed, and guests find it', async () => {
    const { world, desktops, guests } = await room(11, 3, 3)
    const [first, second] = desktops
    if (!first || !second) throw new Error('Nobody')
    await world.pass(1500)
    first.kill()
    const left = [...desktops.slice(1), ...guests]
    const took = await world.until('there is a new host', () => /D[12]/.test(hostOf(second) ?? ''), 8000)
    expect(took).toBeLessThan(5000)
    const notes = left.map((who) => who.write())
    const editing = await world.until(
      'all have what all wrote',
      () => left.every((who) => notes.every((note) => who.notes().includes(note))),
      12_000,
    )
    expect(took + editing).toBeLessThan(10_000)
    expect(new Set(left.map(hostOf)).size).toBe(1)
    expect(new Set(left.map(contentOf)).size).toBe(1)
  })
})

describe('many sessions whose host is lost while everybody writes', () => {
  const ROUNDS = 5
  it(`loses nothing that was said to be safe, and all come to the same (${ROUNDS} rounds)`, async () => {
    const rounds = []
    for (let seed = 1; seed <= ROUNDS; seed++) rounds.push({ seed, ...(await takeoverRound(seed)) })
    expect(rounds.filter(({ faults }) => faults.length > 0)).toEqual([])
    expect(Math.max(...rounds.map(({ newHost }) => newHost))).toBeLessThan(5000)
    expect(Math.max(...rounds.map(({ editing }) => editing))).toBeLessThan(10_000)
  })
})
