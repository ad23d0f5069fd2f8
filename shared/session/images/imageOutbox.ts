import type { Asset, AssetHash, Assets } from '../../model/asset.ts'
import { encodeImageMessage, MOST_PIECE_BYTES, type ImageMessage } from '../imageMessage.ts'
import type { ImageLink } from './imageSync.ts'

/** More of an image is given while less waits in the link. Bytes. */
const AHEAD = 192 * 1024
/** Images that a peer may want at once: more are not given. */
const MOST_WANTED = 8
/** Images that a peer asked for in vain, of which it will hear. */
const MOST_HOPED_FOR = 500

/** Gives one peer the images that it wants, one after the other. */
export interface ImageOutbox {
  want(hash: AssetHash, offset: number): void
  cancel(hash: AssetHash): void
  /** The workshop has got this one. */
  added(hash: AssetHash): void
  pump(): void
  end(): void
}

export function createImageOutbox(link: ImageLink, assets: Assets): ImageOutbox {
  const wanted = new Map<AssetHash, number>()
  const hopedFor = new Set<AssetHash>()
  let giving: { readonly asset: Asset; offset: number } | undefined
  let [looking, over] = [false, false]

  const send = (message: ImageMessage): void => link.sendBytes('bulk', encodeImageMessage(message))

  function pump(): void {
    while (giving && !over && link.queued('bulk') < AHEAD) {
      const { asset, offset } = giving
      const piece = asset.bytes.subarray(offset, offset + MOST_PIECE_BYTES)
      if (piece.length > 0) send({ kind: 'data', hash: asset.hash, offset, piece })
      giving.offset += piece.length
      if (giving.offset < asset.bytes.length) continue
      giving = undefined
      void next()
    }
  }

  async function next(): Promise<void> {
    const [first] = wanted
    if (looking || giving || over || !first) return
    const [hash, offset] = first
    looking = true
    const asset = await assets.bytesOf(hash)
    looking = false
    const isWanted = wanted.delete(hash)
    if (over) return
    if (asset && isWanted) {
      const { mime, w, h, bytes } = asset
      send({ kind: 'have', hash, mime, w, h, size: bytes.length })
      giving = { asset, offset: Math.min(offset, bytes.length) }
      pump()
    } else if (isWanted) {
      if (hopedFor.size < MOST_HOPED_FOR) hopedFor.add(hash)
      send({ kind: 'none', hash })
    }
    void next()
  }

  return {
    want(hash, offset) {
      if (wanted.size >= MOST_WANTED) return send({ kind: 'none', hash })
      wanted.set(hash, offset)
      void next()
    },
    cancel(hash) {
      wanted.delete(hash)
      if (giving?.asset.hash !== hash) return
      giving = undefined
      void next()
    },
    added(hash) {
      if (!hopedFor.delete(hash) || over) return
      void assets.bytesOf(hash).then((asset) => {
        if (asset && !over)
          send({ kind: 'have', hash, mime: asset.mime, w: asset.w, h: asset.h, size: asset.bytes.length })
      })
    },
    pump,
    end() {
      over = true
      giving = undefined
    },
  }
}
