import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../support/seededRandom.ts'
import { sessionWorld, wayFor, type Somebody } from '../../support/sessionWorld.ts'

const isLive = (who: Somebody) => () => who.session.phase.get().kind === 'live'
const names = (who: Somebody) => who.session.members.get().map(({ name, reach }) => `${name} ${reach}`)
const ending = (who: Somebody) => {
  const phase = who.session.phase.get()
  return phase.kind === 'ended' ? phase.why : phase.kind
}

describe('joining', () => {
  it('lets a guest in by an open door, with the whole workshop', async () => {
    const world = sessionWorld(seededRandom(1))
    const host = await world.start('Ana')
    const note = host.write()
    const guest = world.join('Ben', wayFor(host, 'participant'))
    expect(await world.until('Ben is in', isLive(guest), 3000)).toBeLessThan(1000)
    expect(guest.notes()).toEqual([note])
    const theirs = guest.write()
    await world.until('Ana has it', () => host.notes().includes(theirs), 1000)
    expect(names(host)).toEqual(['Ana me', 'Ben direct'])
    expect(names(guest)).toEqual(['Ben me', 'Ana direct'])
    expect(guest.session.name).toBe('Kickoff')
    await world.until('it is safe', () => guest.session.safety.get().safe, 2000)
  })

  it('asks the facilitator at a door where one knocks', async () => {
    const world = sessionWorld(seededRandom(2))
    const host = await world.start('Ana', {
      doors: { facilitator: 'knock', participant: 'knock', viewer: 'knock' },
    })
    const [ben, eve] = [wayFor(host, 'participant'), wayFor(host, 'viewer')].map((way, at) =>
      world.join(at === 0 ? 'Ben' : 'Eve', way),
    )
    if (!ben || !eve) throw new Error('Nobody came')
    const waits = (who: Somebody) => () =>
      JSON.stringify(who.session.phase.get()) === '{"kind":"knocking","waiting":true}'
    await world.until('both wait', () => waits(ben)() && waits(eve)(), 2000)
    await world.until('Ana sees both', () => host.session.knocking.get().length === 2, 200)
    expect(host.session.knocking.get().map(({ name, wants }) => [name, wants])).toEqual([
      ['Ben', 'participant'],
      ['Eve', 'viewer'],
    ])
    await world.pass(60_000) // facilitators are busy
    expect(waits(ben)() && waits(eve)()).toBe(true)
    expect(host.session.knocking.get()).toHaveLength(2)
    host.session.admit(ben.identity.person, 'viewer')
    host.session.refuse(eve.identity.person)
    await world.until('Ben is in', isLive(ben), 2000)
    expect(ben.session.role.get()).toBe('viewer')
    expect(ending(eve)).toBe('refused')
    expect(host.session.knocking.get()).toEqual([])
  })

  it('lets nobody new into a locked room, and those who were in again', async () => {
    const world = sessionWorld(seededRandom(3))
    const host = await world.start('Ana')
    const way = wayFor(host, 'participant')
    const ben = world.join('Ben', way)
    await world.until('Ben is in', isLive(ben), 2000)
    host.session.lock(true)
    const cid = world.join('Cid', way)
    await world.until('Cid is told', () => ending(cid) === 'locked', 2000)
    await world.until('Ben knows', () => ben.session.locked.get(), 1000)
    await world.pass(200)
    ben.kill()
    const again = world.rejoin(ben)
    await world.until('Ben is in again', isLive(again), 2000)
    expect(host.session.members.get()).toHaveLength(2)
  })

  it('shows somebody out, and does not let them in again', async () => {
    const world = sessionWorld(seededRandom(4))
    const host = await world.start('Ana')
    const way = wayFor(host, 'participant')
    const [ben, cid] = [world.join('Ben', way), world.join('Cid', way)]
    await world.until('both are in', () => isLive(ben)() && isLive(cid)(), 2000)
    await world.pass(200)
    host.session.remove(ben.identity.person)
    await world.until('Ben is out', () => ending(ben) === 'removed', 2000)
    const kept = { ...ben.membership }
    const after = host.write()
    await world.until('Cid has it', () => cid.notes().includes(after), 2000)
    expect(ben.notes()).not.toContain(after)
    const again = world.rejoin({ ...ben, membership: kept as never })
    const anew = world.join('Ben', way, { identity: ben.identity })
    await world.until(
      'both are refused',
      () => ending(again) === 'removed' && ending(anew) === 'removed',
      5000,
    )
    expect(names(host)).toEqual(['Ana me', 'Cid direct'])
  })

  it('changes what somebody may do at once', async () => {
    const world = sessionWorld(seededRandom(5))
    const host = await world.start('Ana')
    const ben = world.join('Ben', wayFor(host, 'participant'))
    await world.until('Ben is in', isLive(ben), 2000)
    host.session.setRole(ben.identity.person, 'viewer')
    await world.until('Ben knows', () => ben.session.role.get() === 'viewer', 1000)
    const refused = ben.write()
    await world.pass(1000)
    expect(host.notes()).not.toContain(refused)
  })

  it('makes old invitations worthless, and keeps whoever is here', async () => {
    const world = sessionWorld(seededRandom(6))
    const host = await world.start('Ana')
    const old = wayFor(host, 'participant')
    const ben = world.join('Ben', old)
    await world.until('Ben is in', isLive(ben), 2000)
    void host.session.rotate()
    await world.until(
      'the invitation is another',
      () => wayFor(host, 'participant').secret !== old.secret,
      1000,
    )
    const cid = world.join('Cid', old)
    const dora = world.join('Dora', wayFor(host, 'participant'))
    await world.until('Dora is in', isLive(dora), 2000)
    await world.until('Cid is told', () => ending(cid) === 'old-invitation', 10_000)
    const note = host.write()
    await world.until('Ben has it', () => ben.notes().includes(note), 3000)
    expect(names(host)).toEqual(['Ana me', 'Ben direct', 'Dora direct'])
  })

  it('joins no session with another workshop', async () => {
    const world = sessionWorld(seededRandom(7))
    const host = await world.start('Ana')
    host.write()
    const ben = world.join('Ben', wayFor(host, 'participant'), { kind: 'desktop', lineage: 'cd'.repeat(16) })
    await world.until('Ben is told', () => ending(ben) === 'other-workshop', 2000)
    expect(ben.notes()).toEqual([])
  })

  it('ends for everybody', async () => {
    const world = sessionWorld(seededRandom(8))
    const host = await world.start('Ana')
    const ben = world.join('Ben', wayFor(host, 'participant'))
    await world.until('Ben is in', isLive(ben), 2000)
    void host.session.end()
    await world.until('Ben is told', () => ending(ben) === 'ended', 2000)
    expect(ending(host)).toBe('ended')
  })
})
