import { may } from '../../../../shared/session/role.ts'
import type { Dispose } from '../../../../shared/util/store.ts'
import { followLive } from '../../../session/duringLive.ts'
import type { AppServices } from '../../AppContext.ts'
import type { Session } from '../createSession.ts'
import type { SessionDialog } from './SessionDialogs.tsx'

/** How long somebody who ends a session for everybody may think better of it, ms. */
const SECOND_THOUGHTS_MS = 6000

type Services = Pick<AppServices, 'actions' | 'platform' | 'settings' | 'toasts' | 'translator'>

/** Makes it possible to start, join, invite to, leave and end a session. */
export function sessionActions(
  services: Services,
  session: Session,
  open: (dialog: SessionDialog) => void,
): Dispose {
  const { actions, platform } = services
  const { live, editor } = session
  const isLive = () => live.get() !== null
  const leads = () => may(live.get()?.role.get() ?? 'viewer', 'lead')
  const stops = [
    actions.register([
      {
        id: 'session.start',
        enabled: () => platform.can('startHost') && !editor.readOnly && !isLive(),
        run: () => open('startSession'),
      },
      {
        id: 'session.join',
        enabled: () => platform.can('createJoined') && !isLive(),
        run: () => open('joinSession'),
      },
      { id: 'session.invite', enabled: leads, run: () => open('invite') },
      { id: 'session.leave', enabled: isLive, run: () => leave(services, session) },
      { id: 'session.end', enabled: leads, run: () => endSoon(services, session) },
    ]),
    followLive(
      live,
      ({ role }) => [role],
      () => actions.changed(),
    ),
  ]
  return () => stops.forEach((stop) => stop())
}

/** At once; whoever did not mean it comes in again without being asked. */
async function leave({ settings, toasts, translator }: Services, { sessions }: Session): Promise<void> {
  const membership = await sessions.leave('leave')
  const comeBack = () => membership && sessions.join({ membership }, settings.get().name ?? '')
  toasts.show({
    id: 'session.end',
    message: translator.t('sessionEnd.left'),
    ...(membership && {
      action: { label: translator.t('sessionLeave.again'), run: () => void comeBack() },
    }),
  })
}

/** What cannot be taken back for all the others happens a little later, unless it is called off. */
function endSoon({ toasts, translator }: Services, { live, sessions }: Session): void {
  const ending = live.get()
  const timer = setTimeout(() => {
    toasts.dismiss('session.end')
    if (live.get() === ending) void sessions.leave('end')
  }, SECOND_THOUGHTS_MS)
  toasts.show({
    id: 'session.end',
    message: translator.t('sessionLeave.ending'),
    timeout: 0,
    action: { label: translator.t('sessionLeave.keep'), run: () => clearTimeout(timer) },
  })
}
