import type { Database } from 'better-sqlite3'
import { createTables } from './0001-create-tables.ts'

/** Position in this list, from 1, is the file format. Append; never edit or reorder a released one. */
const MIGRATIONS: ReadonlyArray<(db: Database) => void> = [createTables]

/** Brings a database from its `user_version` to the newest format, each step whole or not at all. */
export function migrate(db: Database): void {
  const from = db.pragma('user_version', { simple: true }) as number
  for (const [index, up] of MIGRATIONS.entries()) {
    if (index < from) continue
    db.transaction(() => {
      up(db)
      db.pragma(`user_version = ${index + 1}`)
    }).immediate()
  }
}
