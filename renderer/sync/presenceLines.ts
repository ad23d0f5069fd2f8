import type { Awareness } from 'y-protocols/awareness'
import type { PersonId } from '../../shared/session/ids.ts'
import type { Link, LinkPeer } from '../../shared/session/link.ts'
import type { Presence } from '../../shared/session/presence.ts'
import type { Dispose, Store } from '../../shared/util/store.ts'
import type { Carrier } from './mesh/carrier.ts'

export type PresenceLink = Pick<Link, 'sendBytes'>

export interface PresenceLinesOptions {
  readonly awareness: Awareness
  readonly me: PersonId
  /** ms, of any clock that only goes forward. */
  readonly now: () => number
  /** Runs `run` once after `ms`; what it returns calls that off. */
  readonly after: (ms: number, run: () => void) => Dispose
  /** Whether `from`'s state is passed on to `to` here. */
  readonly relays: (from: LinkPeer, to: LinkPeer) => boolean
  /** The client id that somebody's card names; the only one whose state is taken from them. */
  readonly clientOf: (person: PersonId) => number | undefined
  /** Does this peer speak for this person, whom it passes on: a host for its guests, guests told of others by the host? */
  readonly vouches: (peer: LinkPeer, person: PersonId) => boolean
}

export interface PresenceLine {
  /** A message of the presence lane arrived. Never throws. */
  receive(message: Uint8Array<ArrayBuffer>): void
  /** At once nobody sees those any more who were seen over this link only. */
  end(): void
}

/** Carries who is where, what they hold and what they draw over the links of a session. */
export interface PresenceLines {
  /** With a `carrier`, what is sent and applied is what y-webrtc sends and applies. */
  attach(link: PresenceLink, peer: LinkPeer, carrier?: Carrier): PresenceLine
  /** Everybody else by person, proven to be theirs. */
  readonly others: Store<ReadonlyMap<PersonId, Presence>>
  /** Merged into what others see; `undefined` takes away. */
  show(part: { readonly [K in keyof Presence]?: Presence[K] | undefined }): void
  /** Cards have changed: of whom something came too early, it is taken now. */
  refresh(): void
  dispose: Dispose
}
