import type { PersonId } from '../../../shared/session/ids.ts'
import { createStore, type Dispose } from '../../../shared/util/store.ts'
import type { Editor } from '../../editor/editor.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import { duringLive, type Readable } from '../duringLive.ts'
import { cameraFor } from './cameraFor.ts'
import type { Flight } from './createFlight.ts'
import { goesInCircle } from './goesInCircle.ts'

/** Keeps this view where somebody else's is. */
export interface Following {
  readonly person: Readable<PersonId | null>
  /** Nothing to stop. */
  follow(person: PersonId | null): void
  /** Begins to go after them; ends with the returned dispose. */
  start(): Dispose
}

export function createFollowing(
  editor: Pick<Editor, 'viewport'>,
  live: Readable<LiveSession | null>,
  flight: Pick<Flight, 'to' | 'stop'>,
): Following {
  const person = createStore<PersonId | null>(null)

  function follow(next: PersonId | null): void {
    if (next === person.get()) return
    flight.stop()
    person.set(next)
    live.get()?.show({ follows: next ?? undefined })
    goAfter()
  }

  function goAfter(): void {
    const [session, whom] = [live.get(), person.get()]
    if (!session || whom === null) return
    const others = session.others.get()
    const presence = others.get(whom)
    const member = session.members.get().find((each) => each.person === whom)
    if (!member || member.reach === 'gone' || goesInCircle(session.me, whom, others)) return follow(null)
    const viewport = editor.viewport.get()
    if (!presence?.view || presence.board === undefined || viewport.w === 0) return
    const [x, y, zoom] = presence.view
    flight.to(presence.board, cameraFor({ middle: [x, y], zoom, extent: presence.extent }, viewport))
  }

  const begin = () => [
    duringLive(
      live,
      ({ others, members }) => {
        const inner = [others.subscribe(goAfter), members.subscribe(goAfter)]
        return () => inner.forEach((stop) => stop())
      },
      () => follow(null),
    ),
    editor.viewport.subscribe(goAfter),
  ]
  return {
    person,
    follow,
    start() {
      const stops = begin()
      return () => stops.forEach((stop) => stop())
    },
  }
}
