import type { AssetHash, Assets } from '../../model/asset.ts'
import type { PersonId } from '../ids.ts'
import type { Link, LinkPeer } from '../link.ts'
import type { Digest } from './missingImage.ts'
import type { Dispose, Store } from '../../util/store.ts'

export type ImageLink = Pick<Link, 'sendBytes' | 'queued' | 'strike'>

export interface ImageSyncOptions {
  readonly assets: Assets
  /** SHA-256 as hex. */
  readonly digest: Digest
  /** The hashes that shapes of the workshop show. Anybody may have written them. */
  readonly shown: () => ReadonlySet<AssetHash>
  /** Calls back whenever `shown` may have changed. */
  readonly onShown: (listener: () => void) => Dispose
  readonly isHost: (person: PersonId) => boolean
  /** ms, of any clock that only goes forward. */
  readonly now: () => number
}

export interface ImageLine {
  /** A message of the bulk lane arrived. Never throws. */
  receive(message: Uint8Array<ArrayBuffer>): void
  /** The bulk lane of the link has room again. */
  drained(): void
  end(): void
}

/** Brings the images that shapes show and this workshop lacks, and gives others those that they ask for. */
export interface ImageSync {
  attach(link: ImageLink, peer: LinkPeer): ImageLine
  /** Images on their way: how many, bytes so far and of how many as far as known. */
  readonly progress: Store<{ readonly missing: number; readonly have: number; readonly of: number }>
  /** Has everybody's copy what was added in this window? False until somebody who keeps a file has said so. */
  hasMine(): boolean
  /** To be called about once a second: asks somebody else where nothing arrives. */
  beat(): void
  dispose: Dispose
}
