import { createLink } from '../../shared/session/createLink.ts'
import type { Link } from '../../shared/session/link.ts'
import type { LinkOptions } from '../../shared/session/linkOptions.ts'
import { pipePair, type PipePair, type PipePairOptions } from './pipePair.ts'
import { testRoom, type Person, type TestRoom } from './sessionPeople.ts'
import { virtualClock, type VirtualClock } from './virtualClock.ts'

export interface LinkPair {
  readonly clock: VirtualClock
  readonly pair: PipePair
  readonly room: TestRoom
  readonly people: readonly [Person, Person]
  readonly links: readonly [Link, Link]
}

export interface LinkPairOptions {
  readonly clock?: VirtualClock
  readonly pipes?: PipePairOptions
  readonly room?: TestRoom
  readonly people?: readonly [Person, Person]
  /** What is different at each end. */
  readonly ends?: readonly [Partial<LinkOptions>, Partial<LinkOptions>]
}

/** Two links that face each other over a line in memory: a facilitator's first, unless it is said otherwise. */
export function linkPair(options: LinkPairOptions = {}): LinkPair {
  const { clock = virtualClock(), room = testRoom() } = options
  const people = options.people ?? [room.person('facilitator'), room.person('participant')]
  const pair = pipePair(clock, options.pipes)
  const end = (at: 0 | 1): Link =>
    createLink(pair.ends[at], {
      ...people[at],
      room: room.room,
      policy: () => undefined,
      clock,
      ...options.ends?.[at],
    })
  return { clock, pair, room, people, links: [end(0), end(1)] }
}

/** Lets both come to know each other. */
export function openPair(options?: LinkPairOptions): LinkPair {
  const pair = linkPair(options)
  if (!pair.clock.until(() => pair.links.every(({ state }) => state === 'open'), 10_000))
    throw new Error(`The links did not open: ${pair.links.map(({ state }) => state).join(', ')}`)
  return pair
}
