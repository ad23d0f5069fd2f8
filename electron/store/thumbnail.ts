import type { Database } from 'better-sqlite3'

const KEY = 'workshop'

/** The PNG shown for this workshop on the start screen, if one was saved. */
export function readThumbnail(db: Database): Uint8Array | null {
  const data = db.prepare('SELECT data FROM thumb WHERE key = ?').pluck().get(KEY)
  return data instanceof Uint8Array ? data : null
}

/** Within the caller's transaction. */
export function writeThumbnail(db: Database, png: Uint8Array, at: number): void {
  db.prepare(
    `INSERT INTO thumb (key, at, data) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET at = excluded.at, data = excluded.data`,
  ).run(KEY, BigInt(at), png)
}
