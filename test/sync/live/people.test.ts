import { describe, expect, it } from 'vitest'
import { FIRST_BOARD } from '../../../shared/model/ids.ts'
import type { Member } from '../../../renderer/sync/liveSession.ts'
import { seededRandom } from '../../support/seededRandom.ts'
import { sessionWorld, wayFor, type Somebody } from '../../support/sessionWorld.ts'

const isLive = (who: Somebody) => who.session.phase.get().kind === 'live'
const KNOCK = { facilitator: 'open', participant: 'knock', viewer: 'knock' } as const
const reachOf = (who: Somebody, name: string) =>
  who.session.members.get().find((each) => each.name === name)?.reach

describe('people in a session', () => {
  it('are let in by a facilitator elsewhere, too, who leads as the host does', async () => {
    const world = sessionWorld(seededRandom(51))
    const host = await world.start('Ana', { doors: KNOCK })
    const co = world.join('Co', wayFor(host, 'facilitator'), { kind: 'desktop' })
    await world.until('Co is in', () => isLive(co), 3000)
    const ben = world.join('Ben', wayFor(host, 'participant'))
    await world.until('Co sees who knocks', () => co.session.knocking.get().length === 1, 3000)
    co.session.admit(ben.identity.person)
    await world.until('Ben is in', () => isLive(ben), 3000)
    expect(co.session.invitations().map(({ invitation }) => invitation.role)).toHaveLength(3)
    co.session.setRole(ben.identity.person, 'viewer')
    await world.until('Ben looks on', () => ben.session.role.get() === 'viewer', 2000)
    co.session.lock(true)
    await world.until('all know', () => host.session.locked.get() && ben.session.locked.get(), 2000)
    co.session.remove(ben.identity.person)
    await world.until('Ben is out', () => ben.session.phase.get().kind === 'ended', 2000)
    expect(ben.session.phase.get()).toEqual({ kind: 'ended', why: 'removed' })
    expect(host.session.members.get().map(({ name }) => name)).toEqual(['Ana', 'Co'])
  })

  it('are put out by any facilitator, wherever they are, and come again as what they are let in as', async () => {
    const world = sessionWorld(seededRandom(57))
    const host = await world.start('Ana')
    host.session.setDoor('facilitator', 'open')
    const co = world.join('Co', wayFor(host, 'facilitator'), { kind: 'desktop' })
    const way = wayFor(host, 'participant')
    const ben = world.join('Ben', way)
    await world.until('both are in', () => isLive(co) && isLive(ben), 3000)
    const { person } = ben.identity
    await world.until('Co sees Ben', () => reachOf(co, 'Ben') === 'relayed', 3000)
    // As the list of people does it: nothing can be changed any more until it is done.
    co.session.setRole(person, 'viewer')
    await world.until('Ben looks on', () => ben.session.role.get() === 'viewer', 2000)
    co.session.remove(person, { again: true })
    await world.until('Ben is out', () => ben.session.phase.get().kind === 'ended', 2000)
    const again = world.join('Ben', way, { identity: ben.identity })
    await world.until('Ben is in again', () => isLive(again), 3000)
    expect(again.session.role.get()).toBe('participant')
  })

  it('can still invite facilitators after a participant was host for one who was away', async () => {
    const world = sessionWorld(seededRandom(58))
    const host = await world.start('Ana')
    const ben = world.join('Ben', wayFor(host, 'participant'), { kind: 'desktop' })
    await world.until('Ben is in', () => isLive(ben), 3000)
    await world.pass(1500)
    host.kill()
    const isHost = ({ identity }: Somebody) =>
      ben.session.members.get().some(({ person, hosting }) => hosting && person === identity.person)
    await world.until('Ben is host', () => isHost(ben), 8000)
    const back = world.rejoin(host)
    await world.until('Ana is back', () => reachOf(back, 'Ben') !== undefined, 8000)
    await world.until('Ana is host again', () => isHost(back), 20_000)
    expect(wayFor(back, 'facilitator').secret).toBe(wayFor(host, 'facilitator').secret)
    expect(() => wayFor(ben, 'facilitator')).toThrow('No way in')
  })

  it('hear that they have no place any more, after they were away while whoever let them in was removed', async () => {
    const world = sessionWorld(seededRandom(59))
    const host = await world.start('Ana')
    host.session.setDoor('facilitator', 'open')
    const co = world.join('Co', wayFor(host, 'facilitator'), { kind: 'desktop' })
    await world.until('Co is in', () => isLive(co), 3000)
    await world.pass(1500)
    host.kill()
    const isCo = ({ person, hosting }: Member) => hosting && person === co.identity.person
    await world.until('Co is host', () => co.session.members.get().some(isCo), 8000)
    const ben = world.join('Ben', wayFor(co, 'participant'))
    await world.until('Ben is in', () => isLive(ben), 3000)
    const back = world.rejoin(host)
    await world.until('Ana is back', () => reachOf(back, 'Co') !== undefined, 8000)
    ben.freeze()
    back.session.remove(co.identity.person)
    await world.until('Co is out', () => co.session.phase.get().kind === 'ended', 8000)
    await world.pass(10_000)
    ben.thaw()
    await world.until('Ben hears of it', () => ben.session.phase.get().kind === 'ended', 30_000)
    expect(ben.session.phase.get()).toMatchObject({
      why: expect.stringMatching(/^(removed|old-invitation)$/),
    })
  })

  it('follow whoever leads, and nobody else', async () => {
    const world = sessionWorld(seededRandom(52))
    const host = await world.start('Ana')
    const [ben, cid] = ['Ben', 'Cid'].map((name) => world.join(name, wayFor(host, 'participant')))
    if (!ben || !cid) throw new Error('Nobody came')
    await world.until('both are in', () => isLive(ben) && isLive(cid), 3000)
    const brought: unknown[] = []
    cid.session.onBring((to) => brought.push(to))
    const to = { board: FIRST_BOARD, middle: [5, 6], zoom: 2 } as const
    ben.session.bring(to)
    ben.session.setFocus('step-1')
    await world.pass(1000)
    expect(brought).toEqual([])
    expect(cid.session.focus.get()).toBeNull()
    host.session.bring(to)
    host.session.setFocus('step-2')
    await world.until('Cid is brought along', () => brought.length === 1, 1000)
    expect(brought).toEqual([{ ...to, by: host.identity.person }])
    const late = world.join('Late', wayFor(host, 'viewer'))
    await world.until(
      'whoever comes late looks there, too',
      () => late.session.focus.get() === 'step-2',
      3000,
    )
  })

  it('have colours of their own', async () => {
    const world = sessionWorld(seededRandom(53))
    const host = await world.start('Ana')
    for (const name of ['B', 'C', 'D', 'E']) world.join(name, wayFor(host, 'participant'))
    await world.until('all are in', () => host.session.members.get().length === 5, 5000)
    expect(new Set(host.session.members.get().map(({ color }) => color)).size).toBe(5)
  })

  it('who vanish are shown as gone, for a minute', async () => {
    const world = sessionWorld(seededRandom(54))
    const host = await world.start('Ana')
    const [ben, cid] = ['Ben', 'Cid'].map((name) => world.join(name, wayFor(host, 'participant')))
    if (!ben || !cid) throw new Error('Nobody came')
    await world.until('all know all', () => cid.session.members.get().length === 3, 5000)
    ben.freeze()
    await world.until('Ben is gone', () => [host, cid].every((who) => reachOf(who, 'Ben') === 'gone'), 8000)
    expect(cid.session.others.get().has(ben.identity.person)).toBe(false)
    await world.pass(61_000)
    expect(reachOf(host, 'Ben')).toBeUndefined()
    expect(reachOf(cid, 'Ben')).toBeUndefined()
    ben.thaw()
    await world.until('Ben is back', () => reachOf(cid, 'Ben') === 'relayed', 10_000)
  })

  it('are not told that an edit is safe before it is on a disk', async () => {
    const world = sessionWorld(seededRandom(55))
    const host = await world.start('Ana')
    const ben = world.join('Ben', wayFor(host, 'participant'))
    await world.until('Ben is in', () => isLive(ben), 3000)
    await world.until('all is safe', () => ben.session.safety.get().safe, 3000)
    host.freeze()
    const mine = ben.write()
    expect(ben.session.safety.get().safe).toBe(false)
    await world.pass(3000)
    expect(ben.session.safety.get().safe).toBe(false)
    host.thaw()
    await world.until('all is safe again', () => ben.session.safety.get().safe, 10_000)
    expect(ben.session.safety.get().copies).toEqual([host.identity.person])
    host.freeze()
    ben.workshop.change((change) => change.remove(mine))
    expect(ben.session.safety.get().safe).toBe(false)
    host.thaw()
    await world.until('the removal is safe, too', () => ben.session.safety.get().safe, 10_000)
    expect(host.notes()).toEqual([])
  })

  it('who leave have given what they did last, however long that is', async () => {
    const world = sessionWorld(seededRandom(60))
    const host = await world.start('Ana')
    const ben = world.join('Ben', wayFor(host, 'participant'))
    await world.until('Ben is in', () => isLive(ben), 3000)
    host.freeze()
    ben.workshop.change(() => {
      for (let n = 0; n < 400; n++) ben.write()
    })
    const left = ben.session.leave()
    await world.pass(1000)
    host.thaw()
    await world.pass(10_000)
    await left
    expect(host.notes()).toHaveLength(400)
  })

  it('see where others are', async () => {
    const world = sessionWorld(seededRandom(56))
    const host = await world.start('Ana')
    const co = world.join('Co', wayFor(host, 'participant'), { kind: 'desktop' })
    const ben = world.join('Ben', wayFor(host, 'participant'))
    await world.until(
      'all know all',
      () => [ben, co].every((who) => who.session.members.get().length === 3),
      5000,
    )
    ben.session.show({ cursor: [1, 2] })
    co.session.show({ cursor: [3, 4] })
    const cursor = (who: Somebody, of: Somebody) => who.session.others.get().get(of.identity.person)?.cursor
    await world.until('Co sees Ben', () => cursor(co, ben)?.[0] === 1, 2000)
    await world.until('Ben sees Co', () => cursor(ben, co)?.[0] === 3, 2000)
    expect(reachOf(ben, 'Co')).toBe('relayed')
    await world.until('by a line of their own', () => reachOf(host, 'Co') === 'direct', 3000)
  })
})
