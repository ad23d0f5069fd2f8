import type { PersonId } from '../../../shared/session/ids.ts'
import { REACTIONS } from '../../../shared/session/reaction.ts'
import type { Presence } from '../../../shared/session/presence.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { LiveSession } from '../../sync/liveSession.ts'
import { duringLive, type Readable } from '../duringLive.ts'

export interface Reaction {
  readonly person: PersonId
  readonly emoji: string
}

export interface Reactions {
  /** Shows it to everybody, this person included; not more often than is good. */
  send(emoji: string): void
  onReaction(listener: (reaction: Reaction) => void): Dispose
  /** Begins to hear those of others; ends with the returned dispose. */
  start(): Dispose
}

/** So many at once, and one more after every so many ms. */
const MOST_AT_ONCE = 4
const REFILL_MS = 400

/** Lets so many through at once, and then one every so often. `now` counts ms. */
export function createLimit(most: number, refill: number): (now: number) => boolean {
  let left = most
  let at = -Infinity
  return (now) => {
    left = Math.min(most, left + (now - at) / refill)
    at = now
    if (left < 1) return false
    left -= 1
    return true
  }
}

export function createReactions(live: Readable<LiveSession | null>): Reactions {
  const listeners = new Set<(reaction: Reaction) => void>()
  const maySend = createLimit(MOST_AT_ONCE, REFILL_MS)
  const announce = (reaction: Reaction) => listeners.forEach((listener) => listener(reaction))

  function listen(session: LiveSession): Dispose {
    const watch = createReactionWatch()
    watch(session.others.get(), 0)
    return session.others.subscribe(() => watch(session.others.get(), performance.now()).forEach(announce))
  }

  return {
    send(emoji) {
      const session = live.get()
      if (!session || !maySend(performance.now())) return
      // A number that no earlier visit of this person has used.
      session.show({ reaction: [emoji, Date.now()] })
      announce({ person: session.me, emoji })
    },
    onReaction(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    start: () => duringLive(live, listen),
  }
}

/**
 * Says which reactions are new. What somebody had sent before they were first seen is none, what is not ours is not shown,
 * and nobody gets more shown than they could send.
 */
export function createReactionWatch(): (
  presences: ReadonlyMap<PersonId, Pick<Presence, 'reaction'>>,
  now: number,
) => readonly Reaction[] {
  let known = new Map<
    PersonId,
    { readonly last: number | undefined; readonly may: (now: number) => boolean }
  >()
  return (presences, now) => {
    const news: Reaction[] = []
    const next: typeof known = new Map()
    for (const [person, { reaction }] of presences) {
      const before = known.get(person)
      const may = before?.may ?? createLimit(MOST_AT_ONCE, REFILL_MS)
      const last = reaction?.[1] ?? before?.last
      next.set(person, { last, may })
      if (!before || !reaction || reaction[1] === before.last) continue
      const emoji = REACTIONS.find((each) => each[1] === reaction[0])?.[1]
      if (emoji && may(now)) news.push({ person, emoji })
    }
    known = next
    return news
  }
}
