import { useSyncExternalStore } from 'react'
import { useStore } from '../ui/useStore.ts'
import type { LiveSession } from '../sync/liveSession.ts'
import type { Readable } from './duringLive.ts'

const never = () => () => undefined

/** One thing of the live session, drawn again when it changes; `otherwise` while there is no session. */
export function useLive<T>(
  live: Readable<LiveSession | null>,
  pick: (session: LiveSession) => Readable<T>,
  otherwise: T,
): T {
  const session = useStore(live)
  const store = session ? pick(session) : undefined
  return useSyncExternalStore(store?.subscribe ?? never, store?.get ?? (() => otherwise))
}
