import { createHash } from 'node:crypto'
import type { Asset } from '../../shared/model/asset.ts'

/** An image of so many bytes, as far as the store can tell: it looks at hashes, not into images. */
export function testAsset(size: number, random: () => number = Math.random): Asset {
  const bytes = Uint8Array.from({ length: size }, () => Math.floor(random() * 256))
  return assetOf(bytes)
}

export function assetOf(bytes: Uint8Array<ArrayBuffer>): Asset {
  return { hash: hashOf(bytes), mime: 'image/png', w: 40, h: 30, bytes }
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
