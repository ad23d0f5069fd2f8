import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../support/seededRandom.ts'
import { takeoverRound } from '../../support/takeoverRounds.ts'
import type { Machine } from '../../support/fakeServer.ts'
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
  it.each([
    { of: 'desktops that have lines of their own', options: {}, seeds: [1] },
    { of: 'desktops that reach each other by the host only', options: { mesh: false }, seeds: [5] },
    { of: 'those who lose the next host, too', options: { twice: true, desktops: 4 }, seeds: [7] },
  ])('lose nothing that was said to be safe: $of', async ({ options, seeds }) => {
    for (const seed of seeds) {
      const { faults, newHost, editing } = await takeoverRound(seed, options)
      expect({ seed, faults }).toEqual({ seed, faults: [] })
      expect(newHost).toBeLessThan(5000)
      expect(editing).toBeLessThan(10_000)
    }
  })

  it.each([
    { plant: 'deaf', found: /lacks \d+ saved/ },
    { plant: 'apart', found: /hosts:/ },
  ] as const)('would be found out: $plant', async ({ plant, found }) => {
    const { faults } = await takeoverRound(9, { plant, guests: 1 })
    expect(faults.join('\n')).toMatch(found)
    expect(faults.join('\n')).toContain('different workshops')
  })
})

describe('a network that comes apart', () => {
  it('has a host on each side, and one once it is whole again, with what was written on both', async () => {
    const { world, desktops, guests, all } = await room(31, 3, 4)
    const [first, second, third] = desktops
    const [g0, g1, g2, g3] = guests
    if (!first || !second || !third || !g0 || !g1 || !g2 || !g3) throw new Error('Nobody')
    const here = new Set([first, second, g0, g1].flatMap(({ page, server }) => [page, server?.machine]))
    const areTogether = (a: Machine, b: Machine) => here.has(a) === here.has(b)
    world.network.reach = areTogether
    world.mesh.reach = areTogether
    await world.until(
      'the other side has a host',
      () => hostOf(third) === 'D2' && hostOf(g3) === 'D2',
      12_000,
    )
    expect(hostOf(g0)).toBe('D0')
    const notes = all.map((who) => who.write())
    await world.pass(3000)
    expect(g0.notes()).not.toContain(notes.at(-1))
    world.network.reach = () => true
    world.mesh.reach = () => true
    await world.until(
      'all are one again',
      () => all.every((who) => notes.every((note) => who.notes().includes(note))),
      30_000,
    )
    await world.until('with one host', () => new Set(all.map(hostOf)).size === 1, 20_000)
    expect(new Set(all.map(contentOf)).size).toBe(1)
  })

  it('goes on under its host when only one desktop cannot hear it', async () => {
    const { world, desktops, guests, all } = await room(32, 3, 2)
    const [first, , third] = desktops
    if (!first || !third) throw new Error('Nobody')
    const isCut = (a: Machine, b: Machine): boolean => {
      const ends = new Set([a, b])
      return (
        (ends.has(first.page) || (first.server !== undefined && ends.has(first.server.machine))) &&
        ends.has(third.page)
      )
    }
    world.network.reach = (a, b) => !isCut(a, b)
    world.mesh.reach = (a, b) => !isCut(a, b)
    await world.pass(12_000)
    expect(guests.map(hostOf)).toEqual(['D0', 'D0'])
    expect(hostOf(first)).toBe('D0')
    world.network.reach = () => true
    world.mesh.reach = () => true
    const notes = all.map((who) => who.write())
    await world.until(
      'all have all',
      () => all.every((who) => notes.every((note) => who.notes().includes(note))),
      20_000,
    )
    await world.until('all are with the host', () => all.every((who) => hostOf(who) === 'D0'), 5000)
    expect(new Set(all.map(contentOf)).size).toBe(1)
  })
})

describe('leaving as host', () => {
  it('hands over at once', async () => {
    const { world, desktops, guests } = await room(33, 2, 2)
    const [first, second] = desktops
    if (!first || !second) throw new Error('Nobody')
    void first.session.leave()
    const took = await world.until(
      'the other is host',
      () => guests.every((who) => hostOf(who) === 'D1'),
      5000,
    )
    expect(took).toBeLessThan(2500)
    expect(hostOf(second)).toBe('D1')
  })
})

describe('a facilitator alone, whose app fails', () => {
  it('comes back as host of the same session, for the guests who wait', async () => {
    const { world, desktops, guests } = await room(34, 1, 3)
    const [first] = desktops
    if (!first) throw new Error('Nobody')
    const notes = guests.map((who) => who.write())
    await world.pass(1000)
    first.kill()
    await world.until(
      'they know',
      () => guests.every(({ session }) => session.phase.get().kind === 'lost'),
      12_000,
    )
    const late = guests.map((who) => who.write())
    const back = world.rejoin(first)
    await world.until(
      'all is there',
      () => [...notes, ...late].every((note) => back.notes().includes(note)),
      20_000,
    )
    expect(guests.map(({ session }) => session.phase.get().kind)).toEqual(['live', 'live', 'live'])
    const newcomer = world.join('New', wayFor(back, 'participant'))
    await world.until('a newcomer comes in', () => isLive(newcomer), 5000)
  })
})
