import type { PersonId } from '../../../shared/session/ids.ts'
import type { Presence } from '../../../shared/session/presence.ts'
import type { Other, Others } from '../../canvas/others/others.ts'
import type { LiveSession, Member } from '../../sync/liveSession.ts'
import { followLive, type Readable } from '../duringLive.ts'

const NOBODY: readonly Other[] = []

/** Everybody else who is here, with what they do: names and colours are those of their certificates. */
export function othersIn(live: Readable<LiveSession | null>): Others {
  let members: readonly Member[] | undefined
  let presences: ReadonlyMap<PersonId, Presence> | undefined
  let list = NOBODY
  return {
    get() {
      const session = live.get()
      if (!session) return NOBODY
      const [membersNow, presencesNow] = [session.members.get(), session.others.get()]
      if (membersNow !== members || presencesNow !== presences) list = joined(membersNow, presencesNow)
      members = membersNow
      presences = presencesNow
      return list
    },
    subscribe: (listener) => followLive(live, ({ members: m, others }) => [m, others], listener),
  }
}

/** Who is not among the members is not shown, whatever is said of them. */
export const joined = (
  members: readonly Member[],
  presences: ReadonlyMap<PersonId, Presence>,
): readonly Other[] =>
  members.flatMap(({ person, name, color, reach }) => {
    const presence = presences.get(person)
    return presence && reach !== 'me' && reach !== 'gone' ? [{ person, name, color, presence }] : []
  })
