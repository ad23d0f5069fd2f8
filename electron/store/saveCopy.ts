import fs from 'node:fs'
import Sqlite from 'better-sqlite3'
import { AppError } from '../../shared/ipc/errors.ts'
import type { Asset } from '../../shared/model/asset.ts'
import { writeAsset } from './assetTables.ts'
import type { Frame } from './frame.ts'
import { newIdentity, writeCleanClose, writeIdentity } from './meta.ts'
import { moveReplacing, syncFile, temporaryBeside } from './placeFile.ts'
import { applyPragmas, AT_REST, CAUTIOUS, DURABLE } from './pragmas.ts'
import { createUpdateLog } from './updateLog.ts'
import type { WorkshopFile } from './workshopFile.ts'

/** What a workshop's file does not have yet. */
interface Owed {
  readonly frames: readonly Frame[]
  readonly assets: readonly Asset[]
}

/**
 * Copies a workshop, with edits and images that its file does not have yet, to `target`, in place of a file of that name. The
 * copy is a workshop of its own: guid and lineage are new. It appears under its name when it is whole and checked.
 */
export function copyWorkshop(file: WorkshopFile, owed: Owed, target: string): void {
  const temporary = temporaryBeside(target)
  try {
    file.copyTo(temporary)
    makeItsOwn(temporary, { ...owed, frames: file.missing(owed.frames) })
    syncFile(temporary)
    check(temporary)
    moveReplacing(temporary, target)
  } finally {
    fs.rmSync(temporary, { force: true })
    fs.rmSync(`${temporary}-journal`, { force: true })
  }
}

function makeItsOwn(copy: string, { frames, assets }: Owed): void {
  const db = new Sqlite(copy, { fileMustExist: true })
  try {
    applyPragmas(db, CAUTIOUS)
    applyPragmas(db, DURABLE)
    db.transaction(() => {
      createUpdateLog(db, Date.now).append(frames)
      for (const asset of assets) writeAsset(db, asset, Date.now())
      writeIdentity(db, newIdentity())
      writeCleanClose(db, true)
    }).immediate()
    applyPragmas(db, AT_REST)
  } finally {
    db.close()
  }
}

function check(copy: string): void {
  const db = new Sqlite(copy, { readonly: true, fileMustExist: true })
  try {
    applyPragmas(db, CAUTIOUS)
    if (db.pragma('quick_check(1)', { simple: true }) !== 'ok') throw new AppError('damaged', 'The copy')
    createUpdateLog(db, Date.now).read()
  } finally {
    db.close()
  }
}
