import type * as Y from 'yjs'
import { retract } from '../../shared/model/retract.ts'
import type { DocMessage } from '../../shared/session/docMessage.ts'
import { refusedEdit } from '../../shared/session/gate/refusedEdit.ts'
import { jsonIn } from '../../shared/session/json.ts'
import type { LinkPeer } from '../../shared/session/link.ts'

export interface DocRefusalsOptions {
  readonly doc: Y.Doc
  /** Only those who may refuse are listened to: what was deleted comes back when an edit is taken back. */
  readonly mayRefuse: () => LinkPeer | undefined
  readonly onRefusedThere: ((peer: LinkPeer, done: boolean) => void) | undefined
  /** Has the peer ask: the answer has the edit and what took it back together. */
  readonly makeAsk: () => void
}

/** What comes of edits of this window that a peer refused: they are taken back. */
export interface DocRefusals {
  take(refused: Extract<DocMessage, { kind: 'refused' }>): void
  /** Both sides have the same. */
  settle(): void
  /** Nothing from here is accepted any more: only a new copy helps. */
  isHopeless(): boolean
}

/** Answers that may be refused one after the other: the second one has what took the first one back. */
const MOST_REFUSALS = 2

export function createDocRefusals({
  doc,
  mayRefuse,
  onRefusedThere,
  makeAsk,
}: DocRefusalsOptions): DocRefusals {
  /** Answers that were refused since both were in step last. */
  let refusals = 0
  const isHopeless = (): boolean => refusals > MOST_REFUSALS
  return {
    take({ answer, edit }) {
      const peer = mayRefuse()
      if (!peer || isHopeless()) return
      if (answer) refusals += 1
      // Somebody has changed the same in the meantime: what took the edit back would change what they did.
      if (isHopeless()) return onRefusedThere?.(peer, false)
      const parsed = refusedEdit.safeParse(jsonIn(edit))
      const done = parsed.success && retract(doc, parsed.data, (client) => client === doc.clientID)
      onRefusedThere?.(peer, done)
      makeAsk()
    },
    settle() {
      if (!isHopeless()) refusals = 0
    },
    isHopeless,
  }
}
