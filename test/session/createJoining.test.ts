import { expect, test } from 'vitest'
import { createTranslator } from '../../shared/i18n/translator.ts'
import type { Outcome } from '../../shared/ipc/desktopContract.ts'
import type { Membership } from '../../shared/session/membership.ts'
import { roomId } from '../../shared/session/ids.ts'
import type { Invitation } from '../../shared/session/invitation.ts'
import { invitationIn, secretOfWords } from '../../shared/session/invite.ts'
import { createJoining, type Knock, type Knocked } from '../../renderer/session/join/createJoining.ts'

const { t } = createTranslator('en')
const ROOM = roomId.parse('r'.repeat(22))
const OTHER = roomId.parse('o'.repeat(22))
const invitation: Invitation = {
  v: 1,
  room: ROOM,
  secret: 's'.repeat(22),
  servers: ['http://192.168.1.5:4242'],
  role: 'participant',
}
const LINEAGE = 'a'.repeat(32)
const membership = { lineage: LINEAGE, name: 'Guests' } as Membership
const words = 'abandon ability able about'

/** Somebody on the way in, with what an operating system and a host would answer. */
function arrange(
  options: { copies?: number; created?: Outcome; lineageHere?: string; open?: (typeof ROOM)[] } = {},
) {
  const calls: [string, unknown][] = []
  const knocks: { invitation: Invitation; events: Parameters<Knock>[2]; stopped: boolean }[] = []
  const joinedHere: string[] = []
  let done = 0
  const note =
    <T>(name: string, value: T) =>
    async (input: unknown) => {
      calls.push([name, input])
      return value
    }
  const copies = Array.from({ length: options.copies ?? 0 }, (_, i) => ({
    id: `c${i}`,
    name: 'Mine',
    folder: '/f',
  }))
  const joining = createJoining({
    desktop: {
      askServer: note('askServer', {
        ok: true,
        rooms: 1,
        connections: 0,
        open: options.open ?? [ROOM],
      } as const),
      allowServers: note('allowServers', undefined),
      copiesOf: note('copiesOf', copies),
      createJoined: note('createJoined', options.created ?? { result: 'done', name: 'Guests' }),
      openJoined: note<Outcome>('openJoined', { result: 'done', name: 'Mine' }),
      keepMembership: note('keepMembership', undefined),
    },
    knock(asked, _as, events) {
      const one = { invitation: asked, events, stopped: false }
      knocks.push(one)
      return () => (one.stopped = true)
    },
    here: options.lineageHere
      ? { lineage: options.lineageHere, join: (_, as) => void joinedHere.push(as) }
      : undefined,
    t,
    explain: ({ code }) => code,
    onError: (error) => expect.fail(String(error)),
    onDone: () => done++,
  })
  const knocked = async () => {
    await expect.poll(() => knocks.length).toBeGreaterThan(0)
    return knocks.at(-1)
  }
  const answer = async (how: Knocked) => (await knocked())?.events.onEnd(how)
  const called = (name: string) => calls.filter(([each]) => each === name).map(([, input]) => input)
  return { joining, knocks, knocked, answer, called, joinedHere, done: () => done }
}

const IN: Knocked = { kind: 'in', membership }
const link = { kind: 'link', invitation } as const

test('from a link to a new copy without another question', async () => {
  const { joining, answer, called, done } = arrange()
  joining.join(link, 'Ana')
  expect(joining.step.get()).toEqual({ kind: 'reaching' })
  await answer(IN)
  await expect.poll(done).toBe(1)
  expect(called('allowServers')).toEqual([{ origins: invitation.servers }])
  expect(called('keepMembership')).toEqual([{ lineage: LINEAGE, value: JSON.stringify(membership) }])
  const [created] = called('createJoined') as [
    { name: string; lineage: string; join: { invitation: string; as: string } },
  ]
  expect(created).toMatchObject({ name: 'Guests', lineage: LINEAGE, join: { as: 'Ana' } })
  expect(invitationIn(created.join.invitation)).toEqual(invitation)
})

test('whoever has a copy already is asked', async () => {
  const { joining, answer, called, done } = arrange({ copies: 1 })
  joining.join(link, 'Ana')
  await answer(IN)
  await expect.poll(() => joining.step.get().kind).toBe('choosing')
  joining.choose('c0')
  await expect.poll(done).toBe(1)
  expect(called('openJoined')).toMatchObject([{ id: 'c0', join: { as: 'Ana' } }])
  expect(called('createJoined')).toEqual([])
})

test('waiting is shown, and can be called off for good', async () => {
  const { joining, knocked, called } = arrange()
  joining.join(link, 'Ana')
  const knock = await knocked()
  knock?.events.onWaiting()
  expect(joining.step.get()).toEqual({ kind: 'waiting' })
  joining.cancel()
  expect(knock?.stopped).toBe(true)
  expect(joining.step.get()).toEqual({ kind: 'asking' })
  expect(called('createJoined')).toEqual([])
})

test('a refusal is said, and another try is possible', async () => {
  const { joining, answer, done } = arrange()
  joining.join(link, 'Ana')
  await answer({ kind: 'out', why: 'locked' })
  expect(joining.step.get()).toEqual({ kind: 'asking', error: t('sessionEnd.locked') })
  joining.join(link, 'Ana')
  await expect.poll(() => joining.step.get().kind).toBe('reaching')
  expect(done()).toBe(0)
})

test('whoever does not say where to keep the copy is told that nothing happened', async () => {
  const { joining, answer, done } = arrange({ created: { result: 'cancelled' } })
  joining.join(link, 'Ana')
  await answer(IN)
  await expect.poll(() => joining.step.get()).toEqual({ kind: 'asking', error: t('join.notKept') })
  expect(done()).toBe(0)
})

test('the workshop that is open here is joined with if it is the same one, and else left alone', async () => {
  const same = arrange({ lineageHere: LINEAGE })
  same.joining.join(link, 'Ana')
  await same.answer(IN)
  expect(same.joinedHere).toEqual(['Ana'])
  expect(same.called('createJoined')).toEqual([])

  const other = arrange({ lineageHere: 'b'.repeat(32) })
  other.joining.join(link, 'Ana')
  await other.answer(IN)
  await expect
    .poll(() => other.joining.step.get())
    .toEqual({ kind: 'choosing', name: 'Guests', copies: [], otherHere: true })
  expect(other.joinedHere).toEqual([])
})

test('words are tried at every session that is open at their address', async () => {
  const { joining, knocks, answer, called, done } = arrange({ open: [OTHER, ROOM] })
  joining.join({ kind: 'words', server: 'http://192.168.1.5:4242', words }, 'Ana')
  await answer({ kind: 'out', why: 'old-invitation' })
  expect(knocks.map((one) => [one.invitation.room, one.invitation.secret])).toEqual(
    [OTHER, ROOM].map((room) => [room, secretOfWords(words, room)]),
  )
  await answer(IN)
  await expect.poll(done).toBe(1)
  expect(called('askServer')).toEqual([{ origin: 'http://192.168.1.5:4242' }])
})

test('an address where no session is open', async () => {
  const { joining } = arrange({ open: [] })
  joining.join({ kind: 'words', server: 'http://192.168.1.5:4242', words }, 'Ana')
  await expect.poll(() => joining.step.get()).toEqual({ kind: 'asking', error: t('join.noSession') })
})
