import type { Card } from '../../../shared/session/controlMessage.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import type { Reach } from '../liveSession.ts'

/** How long somebody who left is still shown, ms. */
const SHOWN_GONE_MS = 60_000

/** Somebody of whom this session has heard. */
export interface RosterEntry {
  readonly peer: LinkPeer
  readonly card: Card
  readonly reach: Exclude<Reach, 'me'>
}

/** Who is here, by the links that there are and by what the host says. Holds others only. */
export interface Roster {
  get(person: PersonId): RosterEntry | undefined
  all(): readonly RosterEntry[]
  /** A link to somebody has said hello, or says something new. `direct`: not by way of somebody else. */
  linked(peer: LinkPeer, card: Card, direct: boolean): void
  /** The last link of its kind to somebody is gone. */
  unlinked(person: PersonId, direct: boolean): void
  /** The host says who is with it; `first`: these, and for now nobody else. */
  told(news: {
    first: boolean
    here: readonly (readonly [LinkPeer, Card])[]
    gone: readonly PersonId[]
  }): void
  /** Nobody says any more who is with the host. */
  untold(): void
  /** The same people under rules that have changed: whoever proves nothing any more is gone for good. */
  proveAgain(prove: (chain: Card['chain']) => LinkPeer | undefined): void
  /** Forgets those who have been gone long enough. */
  beat(): void
}

interface Known {
  peer: LinkPeer
  card: Card
  direct: boolean
  /** Has a link here that leads by way of the host's server. */
  byHost: boolean
  /** The host has said that they are with it. */
  told: boolean
  goneAt: number | undefined
}

export function createRoster(now: () => number, changed: () => void): Roster {
  const people = new Map<PersonId, Known>()
  const isHere = (known: Known): boolean => known.direct || known.byHost || known.told

  function put(peer: LinkPeer, card: Card): Known {
    const known = people.get(peer.person)
    if (!known) {
      const made = { peer, card, direct: false, byHost: false, told: false, goneAt: undefined }
      people.set(peer.person, made)
      return made
    }
    known.peer = peer
    known.card = card
    return known
  }
  function update(known: Known, change: Partial<Known>): void {
    Object.assign(known, change)
    known.goneAt = isHere(known) ? undefined : (known.goneAt ?? now())
    changed()
  }
  return {
    get: (person) => {
      const known = people.get(person)
      return known && entryOf(known)
    },
    all: () => Array.from(people.values(), entryOf),
    linked: (peer, card, direct) => update(put(peer, card), direct ? { direct } : { byHost: true }),
    unlinked(person, direct) {
      const known = people.get(person)
      if (known) update(known, direct ? { direct: false } : { byHost: false })
    },
    told({ first, here, gone }) {
      if (first) for (const known of people.values()) known.told = false
      for (const [peer, card] of here) put(peer, card).told = true
      for (const person of gone) {
        const known = people.get(person)
        if (known) known.told = false
      }
      for (const known of people.values()) update(known, {})
    },
    untold() {
      for (const known of people.values()) update(known, { told: false })
    },
    proveAgain(prove) {
      for (const [person, known] of people) {
        const peer = prove(known.card.chain)
        if (peer) known.peer = peer
        else people.delete(person)
      }
      changed()
    },
    beat() {
      for (const [person, { goneAt }] of people) {
        if (goneAt === undefined || now() - goneAt < SHOWN_GONE_MS) continue
        people.delete(person)
        changed()
      }
    },
  }
}

const entryOf = ({ peer, card, direct, byHost, told }: Known): RosterEntry => ({
  peer,
  card,
  reach: direct ? 'direct' : byHost || told ? 'relayed' : 'gone',
})
