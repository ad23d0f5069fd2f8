import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { createWorkshopFile } from '../../electron/store/createWorkshopFile.ts'
import { encodeFrame } from '../../electron/store/frame.ts'
import { createRecoveryJournals } from '../../electron/store/recoveryJournal.ts'
import { openWorkshop, type Surroundings, type Workshop } from '../../electron/store/workshop.ts'
import { tempFolder } from './tempFolder.ts'
import { contentOf, updateWith } from './updates.ts'

/** A folder with one workshop file, and a computer to open it on. */
export interface TestWorkshop {
  readonly folder: string
  readonly file: string
  readonly journalFolder: string
  /** As a fresh run of the store would: nothing is remembered but what is on the disk. */
  open(file?: string): Workshop
  /** A second program that has the file open. */
  other(file?: string): Database
}

export function testWorkshop(): TestWorkshop {
  const folder = tempFolder()
  const file = path.join(folder, 'Kickoff.journey')
  const journalFolder = path.join(folder, 'app-data', 'journal')
  const surroundings = (): Surroundings => ({
    journals: createRecoveryJournals(journalFolder),
    keepIn: path.join(folder, 'app-data', 'before-repair'),
    now: Date.now,
  })
  createWorkshopFile(file)

  return {
    folder,
    file,
    journalFolder,
    open(at = file) {
      const workshop = openWorkshop(at, surroundings())
      let isOpen = true
      const close = (): void => {
        if (isOpen) workshop.close()
        isOpen = false
      }
      onTestFinished(close)
      return { ...workshop, close }
    },
    other(at = file) {
      const db = new Sqlite(at)
      onTestFinished(() => void db.close())
      return db
    },
  }
}

/** What the workshop would give a window now. */
export async function contentIn(workshop: Workshop): Promise<Record<string, unknown>> {
  return contentOf((await workshop.calls.load()).updates)
}

/** A copy of the workshop as a crash in the middle of a transaction leaves it. */
export function crashedCopy(t: TestWorkshop): string {
  const other = t.other()
  other.pragma('journal_mode = PERSIST')
  other.pragma('cache_size = 1')
  // Pages that do not fit the cache reach the file before the commit.
  other.exec('BEGIN')
  const insert = other.prepare('INSERT INTO upd (doc, at, frame) VALUES (1, 0, ?)')
  for (let n = 0; n < 500; n++) insert.run(encodeFrame(updateWith(`lost${n}`, 'x'.repeat(500))))
  const crashed = path.join(t.folder, 'Crashed.journey')
  fs.copyFileSync(t.file, crashed)
  fs.copyFileSync(`${t.file}-journal`, `${crashed}-journal`)
  other.exec('ROLLBACK')
  other.pragma('journal_mode = DELETE')
  return crashed
}

export const sha256 = (file: string): string =>
  createHash('sha256').update(fs.readFileSync(file)).digest('hex')

/** The names of files that SQLite or we put beside a workshop. */
export function sidecars(file: string): string[] {
  const own = path.basename(file)
  return fs
    .readdirSync(path.dirname(file))
    .filter((name) => name !== own && (name.startsWith(own) || name.endsWith('.tmp')))
}
