import type { AskInTurn } from './askInTurn.ts'
import type { DocInbox } from './docInbox.ts'
import type { DocLine, DocLink, DocSyncOptions, FromPeer } from './docSync.ts'

/** What all lines of a document share. */
export interface DocLineContext extends DocSyncOptions {
  readonly turns: AskInTurn
  readonly inbox: DocInbox
  /** Of the state vector now. */
  readonly hash: () => number
  /** The document here had this hash a moment ago. */
  readonly wasHere: (hash: number) => boolean
  readonly adopt: (lineage: string) => void
  /** Whose update is being applied just now. */
  readonly applying: () => FromPeer | undefined
  readonly apply: (from: FromPeer, run: () => void) => void
  readonly onSlice: (bytes: number, left: number) => void
  readonly onWhole: (from: DocLink['peer']) => void
}

export interface OwnedLine extends DocLine {
  /** The document changed, by an update of `from` or here. */
  onUpdate(update: Uint8Array<ArrayBuffer>, from: FromPeer | undefined): void
  /** All changes that follow from an update are made. */
  onChanged(): void
  /** `pending`: the document here is known to lack something. */
  beat(hash: number, pending: boolean): void
  refresh(): void
}
