import type * as Y from 'yjs'
import type { Gate } from '../../shared/session/gate/gate.ts'
import type { PersonId } from '../../shared/session/ids.ts'
import type { Link, LinkPeer } from '../../shared/session/link.ts'
import type { Dispose, Store } from '../../shared/util/store.ts'
import type { Carrier } from './mesh/carrier.ts'

/** What document sync needs of an open link. Its owner hands over what arrives: see `DocLine`. */
export type DocLink = Pick<Link, 'peer' | 'sendBytes' | 'queued' | 'strike'>

export interface DocSyncOptions {
  readonly doc: Y.Doc
  readonly gate: Gate
  /** ms, of any clock that only goes forward. */
  readonly now: () => number
  /** Runs something as a task of its own, as soon as may be, so that frames and input get their turn before. */
  readonly yieldNow: (run: () => void) => void
  /** Of the document here; nothing as long as it is empty and waits for its first content. */
  readonly lineage: () => string | undefined
  /** May this person's edits be sent at all? Not a viewer's. */
  readonly mayWrite: () => boolean
  /** May this person change everything? Else peers judge their answers, which are given at once as far as they fit. */
  readonly mayEditAll: () => boolean
  /** Whether what came from `from` has to be passed on to `to`: only where they have no link of their own. */
  readonly relays: (from: LinkPeer, to: LinkPeer) => boolean
  /** The one to be asked first. */
  readonly isHost: (person: PersonId) => boolean
  /** A peer sent what was refused here; the third time the link closes. `strike`: no honest peer sends it. */
  readonly onRefused?: (peer: LinkPeer, why: string, strike: boolean) => void
  /**
   * A peer refused an edit of this person. It was taken back here; or could not be (`done` false), and what is here is
   * not what others have: only a new copy helps.
   */
  readonly onRefusedThere?: (peer: LinkPeer, done: boolean) => void
  /** The peer has a document of another lineage; not one byte of either crosses. */
  readonly onOtherWorkshop?: (peer: LinkPeer) => void
}

/** Where a remote update came from: the origin of its transaction. Never equal to `LOCAL`, so undo leaves it alone. */
export interface FromPeer {
  readonly line: DocLine
  /** Whose edit it is. */
  readonly person: PersonId
}

/** One open link as document sync sees it. */
export interface DocLine {
  /** Whom the link leads to, as they are now. */
  peer(): LinkPeer | undefined
  /** A message of the doc lane arrived. Never throws. */
  receive(message: Uint8Array<ArrayBuffer>): void
  /** The doc lane of the link has room again. */
  drained(): void
  /** Their card says this of their document now. */
  setLineage(lineage: string | undefined): void
  /** They have every edit that was made in this window, as far as they have said: in memory, not on a disk. */
  hasMine(): boolean
  /** Both sides said that they have the same. */
  isInStep(): boolean
  /** The link is gone, or leads to somebody who needs no document from here any more. */
  end(): void
}

export interface DocSync {
  /**
   * Starts syncing over an open link. `lineage`: what the peer's card says. With a `carrier`, what is sent and applied is
   * what y-webrtc sends and applies.
   */
  attach(link: DocLink, lineage: string | undefined, carrier?: Carrier): DocLine
  /** The first content on its way here, bytes so far and of about how many; nothing when none is awaited. */
  readonly progress: Store<{ readonly have: number; readonly of: number } | undefined>
  /** Somebody's answer has arrived whole: this is the workshop now, not a part of it. */
  readonly complete: Store<boolean>
  /** A host's answer has arrived whole since this began: everything up to then is here. */
  heardHost(): boolean
  /** To be called about once a second: says how far we are, notices who is not in step, and gives up on who is stuck. */
  beat(): void
  /** Something that the options say has changed: a role, a lineage, who is host. */
  refresh(): void
  dispose: Dispose
}
