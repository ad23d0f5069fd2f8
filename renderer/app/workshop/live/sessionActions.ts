import { may } from '../../../../shared/session/role.ts'
import type { Dispose } from '../../../../shared/util/store.ts'
import type { ActionRegistration, Actions } from '../../actions/createActions.ts'
import type { Session } from '../createSession.ts'
import type { SessionDialog } from './SessionDialogs.tsx'

/** Makes starting, inviting to and leaving a session possible. */
export function sessionActions(
  actions: Actions,
  { live }: Pick<Session, 'live'>,
  open: (dialog: SessionDialog) => void,
): Dispose {
  const leads = () => may(live.get()?.role.get() ?? 'viewer', 'lead')
  const registrations: readonly ActionRegistration[] = [
    { id: 'session.invite', enabled: leads, run: () => open('invite') },
  ]
  const stop = actions.register(registrations)
  const unfollow = followLive(live, () => actions.changed())
  return () => {
    stop()
    unfollow()
  }
}

/** Hears when a session begins or ends, and when one's role in it changes. */
function followLive(live: Session['live'], changed: () => void): Dispose {
  let stopRole: Dispose | undefined
  const follow = () => {
    stopRole?.()
    stopRole = live.get()?.role.subscribe(changed)
    changed()
  }
  const stop = live.subscribe(follow)
  follow()
  return () => {
    stop()
    stopRole?.()
  }
}
