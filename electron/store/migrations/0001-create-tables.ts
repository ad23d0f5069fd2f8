import type { Database } from 'better-sqlite3'

/** Format 1. */
export function createTables(db: Database): void {
  db.exec(`
    -- guid, lineage, format, min_reader, min_writer, app, clean_close
    CREATE TABLE meta (
      k TEXT PRIMARY KEY,
      v ANY
    ) WITHOUT ROWID, STRICT;

    -- One Yjs document a row; a workshop is one document.
    CREATE TABLE doc (
      id INTEGER PRIMARY KEY,
      guid BLOB,
      kind TEXT,
      title TEXT,
      lineage BLOB,
      created INTEGER
    ) STRICT;

    -- The log of updates. Rows are only ever added.
    CREATE TABLE upd (
      seq INTEGER PRIMARY KEY AUTOINCREMENT,
      doc INTEGER,
      at INTEGER,
      who INTEGER,
      frame BLOB
    ) STRICT;

    -- The log up to and with row upto, as one update. Rebuildable.
    CREATE TABLE snap (
      id INTEGER PRIMARY KEY,
      doc INTEGER,
      upto INTEGER,
      sv BLOB,
      frame BLOB,
      verified INTEGER
    ) STRICT;

    CREATE TABLE version (
      id INTEGER PRIMARY KEY,
      doc INTEGER,
      at INTEGER,
      kind TEXT,
      label TEXT,
      who INTEGER,
      seq INTEGER,
      thumb BLOB
    ) STRICT;

    -- Images, by the SHA-256 of their content, in pieces of 256 KiB.
    CREATE TABLE blob (
      hash BLOB PRIMARY KEY,
      mime TEXT,
      w INTEGER,
      h INTEGER,
      size INTEGER,
      added INTEGER
    ) STRICT;

    CREATE TABLE chunk (
      hash BLOB,
      i INTEGER,
      data BLOB,
      PRIMARY KEY (hash, i)
    ) STRICT;

    -- Previews. Rebuildable.
    CREATE TABLE thumb (
      key TEXT PRIMARY KEY,
      at INTEGER,
      data BLOB
    ) STRICT;

    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      pub BLOB,
      name TEXT,
      role TEXT,
      seen INTEGER
    ) STRICT;

    CREATE TABLE import (
      id INTEGER PRIMARY KEY,
      at INTEGER,
      name TEXT,
      sha BLOB,
      mapping TEXT,
      rows INTEGER
    ) STRICT;

    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at INTEGER,
      who INTEGER,
      what TEXT
    ) STRICT;
  `)
}
