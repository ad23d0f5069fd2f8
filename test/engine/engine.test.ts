import { expect, test } from 'vitest'
import {
  endOf,
  invitationOf,
  isLive,
  join,
  start,
  testEngine,
  type Somebody,
} from '../support/engineWorld.ts'
import { until } from '../support/until.ts'

const same = (a: Somebody, b: Somebody): boolean =>
  a.notes().toSorted().join() === b.notes().toSorted().join()
const roleOf = ({ session }: Somebody, of: Somebody) =>
  session.members.get().find(({ person }) => person === of.session.me)?.role

test('people of every role come in by a link, and edits go both ways', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  ana.write()
  const ben = join('Ben', invitationOf(ana, 'participant'))
  const vera = join('Vera', invitationOf(ana, 'viewer'))
  await Promise.all([isLive(ben), isLive(vera)])
  await until(
    () => 'the first note',
    () => same(ana, ben) && same(ana, vera),
  )
  ben.write()
  ana.write()
  await until(
    () => 'all three notes',
    () => ana.notes().length === 3 && same(ana, ben) && same(ana, vera),
  )
  await until(
    () => 'three members',
    () => ana.session.members.get().length === 3,
  )
  expect([roleOf(ana, ana), roleOf(ana, ben), roleOf(ana, vera)]).toEqual([
    'facilitator',
    'participant',
    'viewer',
  ])
  expect(ben.session.role.get()).toBe('participant')
  expect(ben.session.name).toBe('Kickoff')
  expect(ben.session.invitations()).toEqual([])
  await vera.session.leave()
  await until(
    () => 'Vera gone',
    () => ana.session.members.get().find(({ name }) => name === 'Vera')?.reach === 'gone',
  )
})

test('somebody who was removed does not come in again', async () => {
  const engine = await testEngine()
  const ana = await start(engine)
  const invitation = invitationOf(ana, 'participant')
  const ben = join('Ben', invitation)
  await isLive(ben)
  await until(
    () => 'Ben here',
    () => ana.session.members.get().length === 2,
  )
  ana.session.remove(ben.session.me)
  expect(await endOf(ben)).toBe('removed')
  expect(await endOf(join('Ben', invitation, { identity: ben.identity }))).toBe('removed')
  await isLive(join('Cleo', invitation))
})
