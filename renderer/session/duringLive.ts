import type { Dispose, Store } from '../../shared/util/store.ts'
import type { LiveSession } from '../sync/liveSession.ts'

/** What can be read and followed, and is set elsewhere. */
export type Readable<T> = Pick<Store<T>, 'get' | 'subscribe'>

/** Calls `listener` when one of the picked stores changes, or the session is another one. */
export function followLive(
  live: Readable<LiveSession | null>,
  pick: (session: LiveSession) => readonly Pick<Store<unknown>, 'subscribe'>[],
  listener: () => void,
): Dispose {
  return duringLive(
    live,
    (session) => {
      const stops = pick(session).map((store) => store.subscribe(listener))
      return () => stops.forEach((stop) => stop())
    },
    listener,
  )
}

/** Runs `begin` for each session as long as it lasts, and `changed` whenever there is another one or none. */
export function duringLive(
  live: Readable<LiveSession | null>,
  begin: (session: LiveSession) => Dispose,
  changed?: () => void,
): Dispose {
  let session = live.get()
  let end = session ? begin(session) : undefined
  const stop = live.subscribe(() => {
    if (live.get() === session) return
    end?.()
    session = live.get()
    end = session ? begin(session) : undefined
    changed?.()
  })
  return () => {
    stop()
    end?.()
  }
}
