import { SessionChip } from '../../../session/SessionChip.tsx'
import { useAction } from '../../actions/useAction.ts'
import { useStore } from '../../useStore.ts'
import type { Session } from '../createSession.ts'

/** In the bar at the top: whether this workshop is live, and the way to begin. */
export function LiveState({ session }: { readonly session: Session }) {
  const live = useStore(session.live)
  const start = useAction('session.start')
  const people = useAction('panel.people')
  return <SessionChip live={live} onStart={start.enabled ? start.run : undefined} onPeople={people.run} />
}
