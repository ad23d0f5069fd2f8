import { expect, test } from 'vitest'
import { createLiveControl, type Entry } from '../../renderer/app/workshop/live/createLiveControl.ts'
import type { KeptMembership } from '../../renderer/app/workshop/live/keptMembership.ts'
import type { StartChoice } from '../../renderer/session/start/StartSessionDialog.tsx'
import type { LiveSession, SessionEnd, SessionPhase } from '../../renderer/sync/liveSession.ts'
import { personId, roomId } from '../../shared/session/ids.ts'
import { linkOf } from '../../shared/session/invite.ts'
import type { KeptSession } from '../../shared/session/keptSession.ts'
import type { Role } from '../../shared/session/role.ts'
import { createStore } from '../../shared/util/store.ts'

const ME = personId.parse('m'.repeat(22))
const ROOM = roomId.parse('r'.repeat(22))
const membership = { room: ROOM, name: 'Guests' } as KeptSession
const invitation = {
  v: 1 as const,
  room: ROOM,
  secret: 's'.repeat(22),
  servers: ['http://192.168.1.5:4242'],
  role: 'participant' as const,
}

function sessionThat(role: Role) {
  const phase = createStore<SessionPhase>({ kind: 'live' })
  const end = (why: SessionEnd) => phase.set({ kind: 'ended', why })
  const session: Partial<LiveSession> = {
    phase,
    me: ME,
    role: createStore<Role>(role),
    leave: async () => end('left'),
    end: async () => end('ended'),
  }
  return { session: session as LiveSession, end }
}

interface Arranged {
  readonly role?: Role
  readonly isGuest?: boolean
  readonly kept?: KeptSession | null
}

function arrange({ role = 'participant', isGuest = false, kept = membership }: Arranged = {}) {
  const signed: unknown[] = []
  const entries: Entry[] = []
  const ends: SessionEnd[] = []
  let keeps: KeptSession | null = kept
  const memory: KeptMembership = {
    read: async () => keeps,
    keep: async (next) => void (keeps = next),
    drop: async () => void (keeps = null),
  }
  const made = sessionThat(role)
  const editor = {
    role: createStore<Role>('facilitator'),
    workshop: { signAs: (who: unknown) => void signed.push(who) },
  }
  const control = createLiveControl({
    editor,
    kept: memory,
    open: {
      start: async () => made.session,
      async join(entry) {
        entries.push(entry)
        return sessionThat(role).session
      },
    },
    isGuest,
    onError: (error) => expect.fail(String(error)),
  })
  control.onEnd((why) => ends.push(why))
  return { control, editor, signed, entries, ends, made, keeps: () => keeps }
}

test('in a session edits are signed and the role holds; after it all is as before, and nothing leads back', async () => {
  const { control, editor, signed, ends, made, keeps } = arrange()
  await control.start({} as StartChoice)
  expect(control.live.get()).toBe(made.session)
  expect([editor.role.get(), signed]).toEqual(['participant', [ME]])
  made.session.role.set('viewer')
  expect(editor.role.get()).toBe('viewer')
  made.end('removed')
  expect([control.live.get(), editor.role.get(), signed.at(-1)]).toEqual([null, 'facilitator', undefined])
  expect(ends).toEqual(['removed'])
  expect(keeps()).toBeNull()
  made.session.role.set('participant')
  expect(editor.role.get()).toBe('facilitator')
})

test('what cannot be reached now may be later', async () => {
  const { control, ends, made, keeps } = arrange()
  await control.start({} as StartChoice)
  made.end('unreachable')
  expect(ends).toEqual(['unreachable'])
  expect(keeps()).toBe(membership)
})

test('whoever leaves can think better of it', async () => {
  const { control, keeps } = arrange()
  await control.start({} as StartChoice)
  expect(await control.leave('leave')).toBe(membership)
  expect([control.live.get(), keeps()]).toEqual([null, null])
})

test('a window that closes leads back to its session, also if it stays open after all', async () => {
  const { control, ends, keeps } = arrange()
  await control.start({} as StartChoice)
  await control.pause()
  expect(ends).toEqual([])
  expect(keeps()).toBe(membership)
  expect(control.earlier.get()).toBe(membership)
  control.forget()
  expect([control.earlier.get(), keeps()]).toEqual([null, null])
})

test('whoever was let in before does not knock again', async () => {
  const wish = { invitation: linkOf(invitation), as: 'Bo' }
  const known = arrange()
  await known.control.accept(wish)
  expect(known.entries).toEqual([{ membership }])
  const stranger = arrange({ kept: null })
  await stranger.control.accept(wish)
  expect(stranger.entries).toEqual([{ invitation }])
  await stranger.control.accept(wish)
  expect(stranger.entries).toHaveLength(1)
  await stranger.control.tryAgain()
  expect(stranger.entries).toHaveLength(2)
})

test('a guest keeps seeing how the session ended', async () => {
  const { control, editor, made } = arrange({ isGuest: true })
  await control.start({} as StartChoice)
  made.end('ended')
  expect(control.live.get()).toBe(made.session)
  expect(editor.role.get()).toBe('participant')
})
