import { z } from 'zod'

/** SHA-256 of an image file's bytes, as hex: what shapes and the store know an image by. */
export const assetHash = z.string().regex(/^[0-9a-f]{64}$/)
export type AssetHash = z.infer<typeof assetHash>

/** What is kept. Everything else (GIF, SVG) becomes one of these when it is put on a board. */
export const assetMime = z.enum(['image/png', 'image/jpeg', 'image/webp'])

/** Largest image file that is kept. 25 MiB. */
export const MOST_ASSET_BYTES = 25 * 2 ** 20
/** Longest side of an image that is kept, in pixels. Larger ones are made smaller before. */
export const MOST_ASSET_SIDE = 4096

const side = z.number().int().min(1).max(32_768)

/** An image file and what it is. `w` and `h` are pixels, upright: after what EXIF says of its orientation. */
export const assetContent = z.object({
  mime: assetMime,
  w: side,
  h: side,
  bytes: z.custom<Uint8Array<ArrayBuffer>>(
    (value) => value instanceof Uint8Array && value.byteLength > 0 && value.byteLength <= MOST_ASSET_BYTES,
    `expected 1 to ${MOST_ASSET_BYTES} bytes`,
  ),
})
export type AssetContent = z.infer<typeof assetContent>

/** An image by its hash. Anybody may have made the two, so whoever relies on it compares them. */
export const asset = assetContent.extend({ hash: assetHash })
export type Asset = z.infer<typeof asset>

/** The images of an open workshop: what shapes of kind `image` show. */
export interface Assets {
  /** Keeps an image with the workshop from now on and says its hash. The same image twice is kept once. */
  add(content: AssetContent): Promise<AssetHash>
  /**
   * The image with this hash, sound; nothing if the workshop has no such image or it is damaged. Waits while the store
   * is being started again.
   */
  bytesOf(hash: AssetHash): Promise<Asset | undefined>
  /** Those of these images that the workshop does not have. Waits in the same way; looks at no bytes. */
  lacking(hashes: ReadonlySet<AssetHash>): Promise<readonly AssetHash[]>
  /** Hears of every image that was added: one that was missing may be there now. */
  onAdded(listener: (hash: AssetHash) => void): () => void
}
