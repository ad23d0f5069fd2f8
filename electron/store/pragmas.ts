import type { Database } from 'better-sqlite3'

type Pragma = readonly [name: string, value: string | number]

/** For every connection, before anything of the file is believed. */
export const CAUTIOUS: readonly Pragma[] = [
  // Short, because all workshops wait on this process meanwhile; writing is tried again by itself.
  ['busy_timeout', 1000],
  ['trusted_schema', 0],
  ['cell_size_check', 1],
  ['mmap_size', 0],
  ['foreign_keys', 1],
  ['temp_store', 2], // memory
]

/** For a connection that writes: what is committed survives a power cut, and deleted text is gone from the file. */
export const DURABLE: readonly Pragma[] = [
  ['journal_mode', 'truncate'],
  ['synchronous', 3], // extra
  ['fullfsync', 1],
  ['checkpoint_fullfsync', 1],
  ['secure_delete', 1],
  ['max_page_count', 1_048_576], // 4 GiB of 4 KiB pages
]

/** On a clean close no sidecar file stays behind. */
export const AT_REST: readonly Pragma[] = [['journal_mode', 'delete']]

/** Sets every pragma and reads it back. Throws if SQLite did not take one: durability would be a guess. */
export function applyPragmas(db: Database, pragmas: readonly Pragma[]): void {
  for (const [name, value] of pragmas) {
    db.pragma(`${name} = '${value}'`)
    const actual = db.pragma(name, { simple: true })
    if (actual !== value) throw new Error(`PRAGMA ${name} is ${String(actual)}, not ${value}`)
  }
}
