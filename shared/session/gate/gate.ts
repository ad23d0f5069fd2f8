import type { PersonId } from '../ids.ts'
import type { LinkPeer } from '../link.ts'
import type { GateCode } from './refusal.ts'
import type { RefusedEdit } from './refusedEdit.ts'

/** Whose bytes they are. */
export interface Sender {
  /** Whom the link leads to. */
  readonly peer: LinkPeer
  /** The guest whose edit it is, if the peer only passes it on: it is judged as that guest's. */
  readonly onBehalf?: PersonId | undefined
}

/** `live`: an edit as it was made. `answer`: part of what was lacking here and asked for, of any age and by anybody. */
export type UpdateKind = 'live' | 'answer'

export type Verdict =
  /** What may be applied: the update itself, or what is left of it. */
  | { readonly kind: 'accepted'; readonly update: Uint8Array<ArrayBuffer> }
  /** Sound so far, but it rests on what is not here yet: to be asked about again once more is. */
  | { readonly kind: 'early' }
  /**
   * Nothing of it may be applied. `strike`: no honest peer would have sent it. `edit` goes back to whoever made it, so that they
   * take it back (`retract`); not there if the bytes could not even be read.
   */
  | {
      readonly kind: 'refused'
      readonly why: GateCode
      readonly strike: boolean
      readonly edit?: RefusedEdit | undefined
    }

/** Judges every update of a peer before the document sees it. */
export interface Gate {
  /** Takes untrusted bytes and never throws; what was accepted is to be applied at once. */
  admit(update: Uint8Array<ArrayBuffer>, from: Sender, kind: UpdateKind): Verdict
}
