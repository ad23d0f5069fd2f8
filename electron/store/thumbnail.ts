import type { Database } from 'better-sqlite3'
import { MOST_THUMBNAIL_BYTES } from '../../shared/ipc/workshopContract.ts'

const KEY = 'workshop'

/** Ours are smaller; anyone may have made the file. In pixels. */
const MOST_SIDE = 2048

/** The PNG shown for this workshop on the start screen; null if none was saved, or none of a decent size. */
export function readThumbnail(db: Database): Uint8Array | null {
  const data = db
    .prepare('SELECT data FROM thumb WHERE key = ? AND length(data) <= ?')
    .pluck()
    .get(KEY, MOST_THUMBNAIL_BYTES)
  return data instanceof Uint8Array && isSmallPng(data) ? data : null
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** By its first chunk: length, `IHDR`, width, height. What it decodes to in memory depends on these two. */
function isSmallPng(data: Uint8Array): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength)
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(SIGNATURE)) return false
  const sides = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  return bytes.toString('latin1', 12, 16) === 'IHDR' && sides.every((side) => side > 0 && side <= MOST_SIDE)
}

export const hasThumbnail = (db: Database): boolean =>
  db.prepare('SELECT 1 FROM thumb WHERE key = ?').get(KEY) !== undefined

/** Within the caller's transaction, as `writeThumbnail`. */
export function removeThumbnail(db: Database): void {
  db.prepare('DELETE FROM thumb WHERE key = ?').run(KEY)
}

/** Within the caller's transaction. */
export function writeThumbnail(db: Database, png: Uint8Array, at: number): void {
  db.prepare(
    `INSERT INTO thumb (key, at, data) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET at = excluded.at, data = excluded.data`,
  ).run(KEY, BigInt(at), png)
}
