import type { AssetHash } from '../../model/asset.ts'

/** Whoever lacks an image asks for it within so long after it was added, ms: else they had it before. */
const ASKED_WITHIN_MS = 10_000

/** Images that were added in this window, until somebody who keeps a file has said that they have them. */
export interface UnconfirmedImages {
  added(hash: AssetHash): void
  /** Somebody who keeps a file asks for it, so they lack it. */
  wanted(hash: AssetHash): void
  confirmed(hash: AssetHash): void
  areThere(): boolean
}

/** `now`: ms, of any clock that only goes forward. */
export function createUnconfirmedImages(now: () => number): UnconfirmedImages {
  const unconfirmed = new Map<AssetHash, { readonly at: number; wanted: boolean }>()
  return {
    added: (hash) => void unconfirmed.set(hash, { at: now(), wanted: false }),
    wanted(hash) {
      const image = unconfirmed.get(hash)
      if (image) image.wanted = true
    },
    confirmed: (hash) => void unconfirmed.delete(hash),
    areThere() {
      for (const [hash, { at, wanted }] of unconfirmed)
        if (!wanted && now() - at > ASKED_WITHIN_MS) unconfirmed.delete(hash)
      return unconfirmed.size > 0
    },
  }
}
