import type { AssetContent, AssetHash } from '../../model/asset.ts'
import type { ImageSize } from '../imageMessage.ts'

export type Digest = (bytes: Uint8Array<ArrayBuffer>) => Promise<string>

/** An image on its way, in pieces. Memory is taken for what has come, not for what is announced. */
export interface MissingImage {
  readonly hash: AssetHash
  have(): number
  /** As somebody has said. */
  size(): number | undefined
  isWhole(): boolean
  /** False if what is here already is of another size. */
  expect(size: ImageSize): boolean
  /** The next piece, and by whom; false if it does not fit. */
  take(offset: number, piece: Uint8Array, by: unknown): boolean
  /** All of it came from this one. */
  isOf(by: unknown): boolean
  /** The image, if the bytes are those of its hash. */
  content(): Promise<AssetContent | undefined>
  clear(): void
}

/** `digest`: SHA-256 as hex. */
export function createMissingImage(hash: AssetHash, digest: Digest): MissingImage {
  let pieces: Uint8Array[] = []
  let have = 0
  let announced: ImageSize | undefined
  const givers = new Set<unknown>()
  return {
    hash,
    have: () => have,
    size: () => announced?.size,
    isWhole: () => announced !== undefined && have === announced.size,
    expect(size) {
      if (have > 0 && announced?.size !== size.size) return false
      announced = size
      return true
    },
    take(offset, piece, by) {
      if (!announced || offset !== have || have + piece.length > announced.size) return false
      // A copy: the piece may be a part of something larger.
      pieces.push(piece.slice())
      have += piece.length
      givers.add(by)
      return true
    },
    isOf: (by) => givers.size === 1 && givers.has(by),
    async content() {
      if (!announced) return undefined
      const bytes = new Uint8Array(have)
      let at = 0
      for (const piece of pieces) {
        bytes.set(piece, at)
        at += piece.length
      }
      const { mime, w, h } = announced
      return (await digest(bytes)) === hash ? { mime, w, h, bytes } : undefined
    },
    clear() {
      pieces = []
      have = 0
      announced = undefined
      givers.clear()
    },
  }
}
