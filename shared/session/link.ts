import type { Certificate } from './certificate.ts'
import type { ControlMessage } from './controlMessage.ts'
import type { PersonId } from './ids.ts'
import type { Role } from './role.ts'

/**
 * What is sent over a link, the most urgent first. `control`: JSON of ours. `presence`: awareness states, of which only the
 * newest counts. `doc`: messages of the Yjs sync protocol, in order. `bulk`: images.
 */
export const LANES = ['control', 'presence', 'doc', 'bulk'] as const
export type Lane = (typeof LANES)[number]

/** Whom a link leads to, proven. */
export interface LinkPeer {
  readonly person: PersonId
  readonly certificate: Certificate
  readonly role: Role
}

export type LinkEnd =
  | 'closed' // by either side, or the pipe went
  | 'silent' // nothing was heard for too long
  | 'refused' // no valid certificate, or removed
  | 'broken' // frames that make no sense
  | 'flooded' // more than a peer of that role may send
  | 'misbehaved' // edits that the role does not allow, or that are malformed, too often

/** A proven, framed and measured line to one peer over a pipe. Until `onOpen` not one byte of content crosses it. */
export interface Link {
  readonly state: 'proving' | 'open' | 'closed'
  /** Once open. */
  readonly peer: LinkPeer | undefined
  readonly counts: Readonly<LinkCounts>
  /** Time that a ping took there and back, ms; nothing before the first. */
  roundTrip(): number | undefined
  /** When something was heard last: `now()` of the link's clock, ms. */
  heardAt(): number
  send(message: ControlMessage): void
  /**
   * Queued behind more urgent lanes; never more at once than the other side takes. A presence message takes the place of one
   * about the same (say, the same client) that still waits. What is longer than this side's role may send is not sent, and
   * reported; nothing is sent once the link is closed.
   */
  sendBytes(lane: Exclude<Lane, 'control'>, message: Uint8Array, about?: string): void
  /** Bytes waiting in a lane. */
  queued(lane: Lane): number
  /** Something came that is malformed or not allowed: the third time closes the link. */
  strike(): void
  /** The policy has changed: ends the link if the peer has no place under it any more. Happens by itself within a second. */
  recheck(): void
  close(why?: LinkEnd): void
  onOpen: ((peer: LinkPeer) => void) | undefined
  onMessage: ((message: ControlMessage) => void) | undefined
  onBytes: ((lane: Exclude<Lane, 'control'>, message: Uint8Array<ArrayBuffer>) => void) | undefined
  /** A long message is arriving: bytes so far, and of how many. */
  onProgress: ((lane: Lane, have: number, of: number) => void) | undefined
  /** A lane that was waiting has room again. */
  onDrain: ((lane: Lane) => void) | undefined
  /** Once; also if it is set after the end. */
  onEnd: ((why: LinkEnd) => void) | undefined
}

/** For measurements and tests. */
export interface LinkCounts {
  framesIn: number
  framesOut: number
  /** On the pipe, with everything around the messages. */
  bytesIn: number
  bytesOut: number
  /** Control messages of kinds that are not known here. */
  ignored: number
  /** Presence that came too fast. */
  dropped: number
  strikes: number
}
