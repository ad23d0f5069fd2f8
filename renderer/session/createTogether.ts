import type { BoardId } from '../../shared/model/ids.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import { createStore, type Dispose, type Store } from '../../shared/util/store.ts'
import type { Others } from '../canvas/others/others.ts'
import type { Camera } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import type { LiveSession } from '../sync/liveSession.ts'
import { cameraFor } from './follow/cameraFor.ts'
import { createFlight, type Flight } from './follow/createFlight.ts'
import { createFollowing, type Following } from './follow/createFollowing.ts'
import { duringLive, type Readable } from './duringLive.ts'
import { createRemovals, type Removals } from './people/createRemovals.ts'
import { othersIn } from './presence/othersIn.ts'
import { whoIsOn, type OnBoard } from './presence/whoIsOn.ts'
import { createReactions, type Reactions } from './reactions/createReactions.ts'
import { tellFocus } from './tellFocus.ts'
import { tellPresence } from './tellPresence.ts'

/** Somebody brought this person to where they are. */
export interface Brought {
  readonly by: PersonId
  /** To where this person was before. */
  readonly goBack: () => void
}

/** What this window does with the others of a live session, whichever that is just now. */
export interface Together {
  readonly live: Readable<LiveSession | null>
  readonly others: Others
  /** Who is on which board. */
  readonly whoIsWhere: Readable<ReadonlyMap<BoardId, readonly OnBoard[]>>
  readonly following: Following
  readonly flight: Flight
  readonly reactions: Reactions
  readonly removals: Removals
  /** The emoji to react with are shown. */
  readonly reacting: Store<boolean>
  /** The board alone, for a projector. */
  readonly wall: Store<boolean>
  onBrought(listener: (brought: Brought) => void): Dispose
  /** Brings everybody to what is seen here. */
  bringHere(): void
  /** Begins to tell and to listen; ends with the returned dispose. */
  start(): Dispose
}

export function createTogether(editor: Editor, live: Readable<LiveSession | null>): Together {
  const brought = new Set<(brought: Brought) => void>()
  const takenOver = new Set<() => void>()
  const flight = createFlight(editor, () => takenOver.forEach((listener) => listener()))
  const following = createFollowing(editor, live, flight)
  takenOver.add(() => following.follow(null))
  const removals = createRemovals(live)
  const reactions = createReactions(live)

  function comeAlong(session: LiveSession): Dispose {
    return session.onBring(({ board, middle, zoom, by }) => {
      const before = { board: editor.board.get(), camera: editor.camera.get() }
      following.follow(null)
      flight.to(board, cameraFor({ middle, zoom }, editor.viewport.get()))
      const goBack = () => goTo(before)
      for (const listener of brought) listener({ by, goBack })
    })
  }

  function goTo({ board, camera }: { board: BoardId; camera: Camera }): void {
    flight.to(board, camera)
  }

  const others = othersIn(live)
  return {
    live,
    others,
    whoIsWhere: whoIsOn(others),
    following,
    flight,
    reactions,
    removals,
    reacting: createStore(false),
    wall: createStore(false),
    onBrought(listener) {
      brought.add(listener)
      return () => brought.delete(listener)
    },
    bringHere() {
      const { x, y, zoom } = editor.camera.get()
      const { w, h } = editor.viewport.get()
      live.get()?.bring({ board: editor.board.get(), middle: [x + w / zoom / 2, y + h / zoom / 2], zoom })
    },
    start() {
      const stops = [
        duringLive(live, (session) => tellPresence(editor, session)),
        duringLive(live, (session) => tellFocus(editor, session)),
        duringLive(live, comeAlong),
        reactions.start(),
        following.start(),
        flight.start(),
      ]
      return () => {
        for (const stop of stops) stop()
        removals.finish()
      }
    },
  }
}
