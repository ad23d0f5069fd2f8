import type { PersonId } from '../../../shared/session/ids.ts'
import type { LiveSession, SessionEnd } from '../liveSession.ts'
import type { SessionCore } from './core.ts'
import { leading } from './leading.ts'
import type { SessionStores } from './sessionStores.ts'

/** A session as the app sees it, from before this person is in it. */
export interface Opening {
  readonly session: LiveSession
  /** This person is in; false if they have given up meanwhile. */
  opened(core: SessionCore): boolean
  /** It came to nothing. */
  failed(why: SessionEnd): void
}

/** `giveUp` stops whatever is still being tried. */
export function openLiveSession(me: PersonId, stores: SessionStores, giveUp: () => void): Opening {
  let core: SessionCore | undefined
  let leads: ReturnType<typeof leading> | undefined
  let over = false

  function failed(why: SessionEnd): void {
    if (over) return
    over = true
    giveUp()
    stores.phase.set({ kind: 'ended', why })
  }
  async function finish(bye: 'left' | 'ended'): Promise<void> {
    if (core) await core.end(bye, bye)
    else failed('left')
  }
  const session: LiveSession = {
    ...stores,
    me,
    asks: true,
    get name() {
      return core?.options.name ?? ''
    },
    get awareness() {
      if (!core) throw new Error('The session has not begun yet')
      return core.awareness
    },
    onRefused: stores.refused.add,
    onBring: stores.brought.add,
    show: (part) => core?.presence.show(part),
    invitations: () => leads?.invitations() ?? [],
    setDoor: (role, door) => leads?.setDoor(role, door),
    admit: (person, role) => leads?.admit(person, role),
    refuse: (person) => leads?.refuse(person),
    setRole: (person, role) => leads?.setRole(person, role),
    remove: (person, options) => leads?.remove(person, options),
    lock: (locked) => leads?.lock(locked),
    rotate: async () => leads?.rotate(),
    bring: (to) => leads?.bring(to),
    setFocus: (step) => leads?.setFocus(step),
    leave: () => finish('left'),
    end: () => finish(core?.mayLead() === true ? 'ended' : 'left'),
  }
  return {
    session,
    opened(next) {
      if (over) return false
      core = next
      leads = leading(next)
      return true
    },
    failed,
  }
}
