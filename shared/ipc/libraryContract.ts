import { z } from 'zod'
import { call } from './contract.ts'

/** A workshop this computer has opened before. */
export const recentWorkshop = z.object({
  id: z.string(),
  /** The file's name without folder and extension. */
  name: z.string(),
  folder: z.string(),
  /** ms since 1970 */
  openedAt: z.number(),
  /** False when the file is no longer where it was. */
  present: z.boolean(),
  thumbnail: z.instanceof(Uint8Array).nullable(),
})
export type RecentWorkshop = z.infer<typeof recentWorkshop>

/** What the start screen may ask of the store. Files are opened by main, by id. */
export const libraryContract = {
  /** Newest first, at most 30. */
  recent: call(z.void(), z.array(recentWorkshop)),
  /** Takes it off the list; the file stays. */
  forget: call(z.object({ id: z.string() }), z.void()),
  /** Undo of `forget`. */
  remember: call(z.object({ id: z.string() }), z.void()),
}
