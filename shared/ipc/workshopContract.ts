import { z } from 'zod'
import { asset, assetHash } from '../model/asset.ts'
import { bytes, call } from './contract.ts'

/** One Yjs update never exceeds this; a larger document still loads, row by row. 64 MiB. */
export const MOST_UPDATE_BYTES = 64 * 2 ** 20
/** 1 MiB. */
export const MOST_THUMBNAIL_BYTES = 2 ** 20

/** Images that are asked about at once. */
export const MOST_HASHES = 10_000

/** Where the newest edits are: in the workshop file, or only in this computer's recovery journal. */
const durable = z.enum(['file', 'journal'])
export type Durable = z.infer<typeof durable>

/** What a workshop window may ask of the store, on a port that main has bound to one workshop file. */
export const workshopContract = {
  /** Everything saved so far, oldest first. `recovered` counts edits that came back from the recovery journal. */
  load: call(
    z.void(),
    z.object({
      guid: z.string(),
      lineage: z.string(),
      readOnly: z.boolean(),
      recovered: z.number().int(),
      updates: z.array(z.instanceof(Uint8Array)),
    }),
  ),
  /** Resolves once the update is durable. Appending the same update twice is harmless (Yjs merges it). */
  append: call(z.object({ update: bytes(MOST_UPDATE_BYTES) }), z.object({ durable })),
  /** Resolves once the image is durable. `bad-request` unless its bytes have this hash; twice is harmless. */
  putAsset: call(asset, z.object({ durable })),
  /** The image with this hash, its bytes checked; null if the workshop has none, `damaged` if they are not sound. */
  getAsset: call(z.object({ hash: assetHash }), asset.nullable()),
  /** Those of these images that the workshop does not have. */
  lackingAssets: call(z.object({ hashes: z.array(assetHash).max(MOST_HASHES) }), z.array(assetHash)),
  /** Resolves once nothing waits to be written: `file`, or `journal` if the file cannot be written at the moment. */
  flush: call(z.void(), z.object({ durable })),
  /** A small PNG of the board, for the start screen; null if there is nothing on the board. */
  saveThumbnail: call(z.object({ png: bytes(MOST_THUMBNAIL_BYTES).nullable() }), z.void()),
}
