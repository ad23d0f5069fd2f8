import type { JoinWish } from '../../../../shared/ipc/sessionCalls.ts'
import type { Invitation } from '../../../../shared/session/invitation.ts'
import type { KeptSession } from '../../../../shared/session/keptSession.ts'
import type { Workshop } from '../../../../shared/model/workshop.ts'
import { createStore, type Dispose, type Store } from '../../../../shared/util/store.ts'
import type { Editor } from '../../../editor/editor.ts'
import type { StartChoice } from '../../../session/start/StartSessionDialog.tsx'
import type { LiveSession, SessionEnd } from '../../../sync/liveSession.ts'
import { entryOf } from './entryOf.ts'
import type { KeptMembership } from './keptMembership.ts'

/** How somebody comes into a session: by an invitation, or by what they kept of it. */
export type Entry = { readonly invitation: Invitation } | { readonly membership: KeptSession }

/** The sessions that an open workshop begins, joins and leaves: one at a time. */
export interface LiveControl {
  /** Nothing while there is none. In a browser the last one stays, to say how it ended. */
  readonly live: Store<LiveSession | null>
  /** A session that this workshop was in when it was closed last, or when its window stopped. */
  readonly earlier: Store<KeptSession | null>
  start(choice: StartChoice): Promise<LiveSession>
  join(entry: Entry, as: string): Promise<LiveSession>
  /** Joins as somebody wishes who came with an invitation; not while there is a session. */
  accept(wish: JoinWish): Promise<void>
  /** Joins the way it was last tried. */
  tryAgain(): Promise<void>
  /** Leaves on purpose, or ends it for everybody. Resolves to what it takes to come back all the same. */
  leave(how: 'leave' | 'end'): Promise<KeptSession | null>
  /** Before the window closes: others hear of it at once, and the session is there to come back to. */
  pause(): Promise<void>
  /** Drops what was kept of an earlier session. */
  forget(): void
  /** Hears of sessions that end, except by pausing. */
  onEnd(listener: (why: SessionEnd) => void): Dispose
}

export interface LiveControlOptions {
  readonly editor: Pick<Editor, 'role'> & { readonly workshop: Pick<Workshop, 'signAs'> }
  readonly kept: KeptMembership
  readonly open: {
    start(choice: StartChoice): Promise<LiveSession>
    join(entry: Entry, as: string): Promise<LiveSession>
  }
  /** What stays here is of no use without the session: a browser's. */
  readonly isGuest: boolean
  readonly onError: (error: unknown) => void
}

/** Ends after which the session may be reached again: what was kept stays. */
const MAY_COME_BACK: ReadonlySet<SessionEnd> = new Set(['unreachable', 'server', 'other-workshop'])

export function createLiveControl({ editor, kept, open, isGuest, onError }: LiveControlOptions): LiveControl {
  const live = createStore<LiveSession | null>(null)
  const earlier = createStore<KeptSession | null>(null)
  const listeners = new Set<(why: SessionEnd) => void>()
  let lastTried: readonly [entry: Entry, as: string] | undefined
  let isPausing = false

  const drop = (): void => void kept.drop().catch(onError)

  function begin(session: LiveSession): LiveSession {
    earlier.set(null)
    editor.workshop.signAs(session.me)
    const followRole = () => editor.role.set(session.role.get())
    const stops = [session.role.subscribe(followRole), session.phase.subscribe(() => look())]
    const look = () => {
      const phase = session.phase.get()
      if (phase.kind !== 'ended') return
      stops.splice(0).forEach((stop) => stop())
      ended(session, phase.why)
    }
    followRole()
    live.set(session)
    look()
    return session
  }

  function ended(session: LiveSession, why: SessionEnd): void {
    if (live.get() !== session) return
    editor.workshop.signAs(undefined)
    if (!isGuest) {
      editor.role.set('facilitator') // in one's own file everything may be done
      live.set(null)
    }
    if (isPausing) return
    if (!MAY_COME_BACK.has(why)) drop()
    for (const listener of listeners) listener(why)
  }

  async function join(entry: Entry, as: string): Promise<LiveSession> {
    lastTried = [entry, as]
    return begin(await open.join(entry, as))
  }

  return {
    live,
    earlier,
    start: async (choice) => begin(await open.start(choice)),
    join,
    async accept(wish) {
      const entry = entryOf(wish, await kept.read())
      if (entry && !live.get()) await join(entry, wish.as)
    },
    async tryAgain() {
      if (lastTried) await join(...lastTried)
    },
    async leave(how) {
      const session = live.get()
      if (!session) return null
      const membership = await kept.read()
      await session[how]()
      return membership
    },
    async pause() {
      const session = live.get()
      if (!session) return
      isPausing = true
      const membership = await kept.read()
      await session.leave()
      isPausing = false
      earlier.set(membership) // the window may stay open after all
    },
    forget() {
      earlier.set(null)
      drop()
    },
    onEnd(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
