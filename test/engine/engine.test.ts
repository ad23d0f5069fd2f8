import { encodeStateVector } from 'yjs'
import { expect, test } from 'vitest'
import type { PersonId } from '../../shared/session/ids.ts'
import { toBase64url } from '../../shared/util/base64url.ts'
import { createStore } from '../../shared/util/store.ts'
import { contentOf } from '../support/gated.ts'
import {
  addImage,
  endOf,
  invitationOf,
  isLive,
  join,
  rejoin,
  start,
  testEngine,
  type Somebody,
} from '../support/engineWorld.ts'
import { testAsset } from '../support/testAsset.ts'
import { until } from '../support/until.ts'

const same = (...[first, ...others]: readonly Somebody[]): boolean =>
  others.every((other) => other.notes().toSorted().join() === first?.notes().toSorted().join())
const memberIn = ({ session }: Somebody, of: PersonId) =>
  session.members.get().find(({ person }) => person === of)
const sees = (who: Somebody, whom: Somebody): Promise<number> =>
  until(
    () => 'somebody to be seen',
    () => memberIn(who, whom.session.me)?.reach === 'relayed',
  )

test('people of every role come in by a link, and edits go both ways', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  ana.write()
  const ben = join('Ben', invitationOf(ana, 'participant'))
  const vera = join('Vera', invitationOf(ana, 'viewer'))
  await Promise.all([isLive(ben), isLive(vera)])
  await until(
    () => 'the first note',
    () => same(ana, ben, vera),
  )
  ben.write()
  ana.write()
  await until(
    () => 'all three notes',
    () => ana.notes().length === 3 && same(ana, ben, vera),
  )
  await Promise.all([sees(ana, ben), sees(ana, vera)])
  const roles = [ana, ben, vera].map(({ session }) => memberIn(ana, session.me)?.role)
  expect(roles).toEqual(['facilitator', 'participant', 'viewer'])
  expect([ben.session.role.get(), ben.session.name]).toEqual(['participant', 'Kickoff'])
  expect(ben.session.invitations()).toEqual([])

  ben.session.show({ away: true })
  await until(
    () => 'Ben’s presence',
    () => ana.session.others.get().get(ben.session.me)?.away === true,
  )
  await vera.session.leave()
  await until(
    () => 'Vera gone',
    () => memberIn(ana, vera.session.me)?.reach === 'gone',
  )
})

test('somebody who was removed does not come in again', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const invitation = invitationOf(ana, 'participant')
  const ben = join('Ben', invitation)
  await isLive(ben)
  await sees(ana, ben)
  ana.session.remove(ben.session.me, { again: true })
  expect(await endOf(ben)).toBe('removed')
  const again = join('Ben', invitation, { identity: ben.identity })
  await isLive(again)
  ana.session.remove(ben.session.me)
  expect(await endOf(again)).toBe('removed')
  expect(await endOf(join('Ben', invitation, { identity: ben.identity }))).toBe('removed')
  await isLive(join('Cleo', invitation))
})

test('a locked room lets nobody new in, and whoever was there comes back', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const invitation = invitationOf(ana, 'participant')
  const ben = join('Ben', invitation)
  await isLive(ben)
  await sees(ana, ben)
  ana.session.lock(true)
  await until(
    () => 'the lock',
    () => ben.session.locked.get(),
  )
  expect(await endOf(join('Cleo', invitation))).toBe('locked')
  const kept = ben.membership()
  await ben.session.leave()
  if (!kept) throw new Error('Expected a membership')
  const { identity, workshop } = ben
  await isLive(rejoin('Ben', kept, { identity, workshop }))
  ana.session.lock(false)
  await until(
    () => 'it to be open',
    () => !ana.session.locked.get(),
  )
  await isLive(join('Cleo', invitation))
})

test('new invitations make the old ones useless, and whoever is here stays', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const old = invitationOf(ana, 'participant')
  const ben = join('Ben', old)
  await isLive(ben)
  await sees(ana, ben)
  await ana.session.rotate()
  expect(await endOf(join('Cleo', old))).toBe('old-invitation')
  await isLive(join('Cleo', invitationOf(ana, 'participant')))
  ben.write()
  await until(
    () => 'a note of Ben’s',
    () => ana.notes().length === 1,
  )
  await isLive(join('Ben', old, { identity: ben.identity }))
})

test('a second facilitator leads, too, until that is taken away', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const fay = join('Fay', invitationOf(ana, 'facilitator'))
  await isLive(fay)
  const ben = join('Ben', invitationOf(fay, 'participant'))
  await isLive(ben)
  await sees(fay, ben)
  fay.session.setRole(ben.session.me, 'viewer')
  await until(
    () => 'Ben to look on',
    () => ben.session.role.get() === 'viewer',
  )
  fay.session.setFocus('step')
  await until(
    () => 'the focus',
    () => ben.session.focus.get() === 'step',
  )
  await sees(ana, fay)
  ana.session.setRole(fay.session.me, 'participant')
  await until(
    () => 'Fay to lead no more',
    () => fay.session.role.get() === 'participant',
  )
  expect(fay.session.invitations()).toEqual([])
  fay.session.lock(true)
  fay.session.setFocus('other')
  ana.session.setFocus('next')
  await until(
    () => 'the next focus',
    () => ben.session.focus.get() === 'next',
  )
  expect(ana.session.locked.get()).toBe(false)
})

test('whoever ends it ends it for all, and nobody opens it again', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const invitation = invitationOf(ana, 'participant')
  const ben = join('Ben', invitation)
  await isLive(ben)
  await ana.session.end()
  expect(await endOf(ben)).toBe('ended')
  expect(await endOf(ana)).toBe('ended')
  expect(await endOf(join('Ben', invitation))).toBe('ended')
})

test('another workshop is kept apart', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  ana.write()
  const ben = join('Ben', invitationOf(ana, 'participant'), { lineage: 'cd'.repeat(16) })
  expect(await endOf(ben)).toBe('other-workshop')
  expect(ben.notes()).toEqual([])
})

test('an engine that was started again gets everything back, with what was written meanwhile', async () => {
  const first = await testEngine()
  const ana = await start(first)
  const ben = join('Ben', invitationOf(ana, 'participant'))
  await isLive(ben)
  ana.write()
  ben.write()
  await until(
    () => 'two notes',
    () => ana.notes().length === 2 && same(ana, ben),
  )
  const port = first.server.address.port
  await first.stop()
  await until(
    () => 'the loss',
    () => [ana, ben].every(({ session }) => session.phase.get().kind === 'lost'),
  )
  ana.write()
  ben.write()
  await testEngine({ port })
  await until(
    () => `four notes, not ${ana.notes().length} and ${ben.notes().length}`,
    () => ana.notes().length === 4 && same(ana, ben),
    20_000,
  )
  await Promise.all([isLive(ana), isLive(ben)])
  expect(contentOf(ben.workshop.doc)).toEqual(contentOf(ana.workshop.doc))
})

test('a clock that is an hour wrong keeps nobody out', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const ben = join('Ben', invitationOf(ana, 'participant'), { wrong: 3_600_000 })
  await isLive(ben)
  expect(ben.session.role.get()).toBe('participant')
})

test('it is said whose disk has everything', async () => {
  const engine = await testEngine()
  const persisted = createStore<string | undefined>(undefined)
  const ana = await start(engine, { persisted })
  const ben = join('Ben', invitationOf(ana, 'participant'))
  await isLive(ben)
  ben.write()
  await until(
    () => 'the note',
    () => ana.notes().length === 1,
  )
  expect(ben.session.safety.get().safe).toBe(false)
  persisted.set(toBase64url(encodeStateVector(ana.workshop.doc)))
  await until(
    () => 'it to be safe',
    () => ben.session.safety.get().safe,
  )
  expect(ben.session.safety.get().copies).toEqual([ana.session.me])
})

test('images come to everybody who shows them, whoever has them', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const first = await ana.assets.add(testAsset(300_000))
  addImage(ana.workshop, first)
  const ben = join('Ben', invitationOf(ana, 'participant'))
  const vera = join('Vera', invitationOf(ana, 'viewer'))
  await Promise.all([isLive(ben), isLive(vera)])
  const second = await ben.assets.add(testAsset(2_000_000))
  addImage(ben.workshop, second)
  const lacks = async (who: Somebody) => (await who.assets.lacking(new Set([first, second]))).length
  let left = 1
  await until(
    () => `all images everywhere, not ${left} lacking`,
    () => {
      void Promise.all([ana, ben, vera].map(lacks)).then((all) => (left = all.reduce((a, b) => a + b)))
      return left === 0
    },
    20_000,
  )
  expect((await vera.assets.bytesOf(second))?.bytes.length).toBe(2_000_000)
  expect(ana.session.images.get().missing).toBe(0)
})
