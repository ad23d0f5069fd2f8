import { may } from '../../../../shared/session/role.ts'
import type { Dispose } from '../../../../shared/util/store.ts'
import type { Together } from '../../../session/createTogether.ts'
import { followLive } from '../../../session/duringLive.ts'
import type { Member } from '../../../sync/liveSession.ts'
import type { Actions } from '../../actions/createActions.ts'
import type { AppServices } from '../../AppContext.ts'

/** Makes possible what is done with others in a session, and keeps its states in step with it. */
export function togetherActions(
  actions: Actions,
  together: Together,
  { toasts, translator }: Pick<AppServices, 'toasts' | 'translator'>,
): Dispose {
  const { live, following, reacting, wall } = together
  const isLive = () => live.get() !== null
  const leads = () => may(live.get()?.role.get() ?? 'viewer', 'lead')
  const changed = () => actions.changed()
  const stops = [
    actions.register([
      {
        id: 'session.lock',
        enabled: leads,
        checked: () => live.get()?.locked.get() ?? false,
        run: () => live.get()?.lock(!live.get()?.locked.get()),
      },
      {
        id: 'session.rotate',
        enabled: leads,
        async run() {
          await live.get()?.rotate()
          toasts.show({ message: translator.t('invite.rotated') })
        },
      },
      {
        id: 'session.bring',
        enabled: leads,
        run() {
          together.bringHere()
          toasts.show({ id: 'bring', message: translator.t('follow.bringing') })
        },
      },
      {
        id: 'session.follow',
        enabled: () => following.person.get() !== null || leaderOf(together) !== undefined,
        checked: () => following.person.get() !== null,
        run: () =>
          following.follow(following.person.get() === null ? (leaderOf(together)?.person ?? null) : null),
      },
      { id: 'session.react', enabled: isLive, run: () => reacting.set(!reacting.get()) },
      { id: 'view.wall', checked: () => wall.get(), run: () => wall.set(!wall.get()) },
    ]),
    followLive(live, ({ role, locked, members }) => [role, locked, members], changed),
    following.person.subscribe(changed),
    wall.subscribe(changed),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Who leads the session besides this person. */
const leaderOf = ({ live }: Together): Member | undefined =>
  live
    .get()
    ?.members.get()
    .find(({ role, reach }) => role === 'facilitator' && reach !== 'me' && reach !== 'gone')
