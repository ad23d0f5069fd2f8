import { AppError } from '../../shared/ipc/errors.ts'
import type { Durable } from '../../shared/ipc/workshopContract.ts'
import type { Asset, AssetHash } from '../../shared/model/asset.ts'
import type { AssetSpool } from './assetSpool.ts'
import { isSound } from './assetTables.ts'
import { logError } from './log.ts'
import { storageFailure } from './storageErrors.ts'
import type { WorkshopFile } from './workshopFile.ts'

/** The images of an open workshop: in its file, or while that cannot be written, on this computer's own disk. */
export interface WorkshopAssets {
  /** Returns once the image is on the disk. Throws if neither place takes it, and then it is not kept. */
  put(added: Asset): Durable
  /** Null if there is none; throws `damaged`. */
  get(hash: AssetHash): Asset | null
  /** Those of these that are neither in the file nor waiting. */
  lacking(hashes: readonly AssetHash[]): AssetHash[]
  /** Brings into the file what it does not have yet. The problem if it does not take it. */
  settle(): AppError | undefined
  /** Those that the file does not have yet. */
  owed(): Asset[]
  owesAny(): boolean
  /** The file may never come back, and its images with it. */
  keepEverything(): void
}

type Places = Pick<WorkshopFile, 'readOnly' | 'asset' | 'putAsset' | 'assetHashes'>

export function createWorkshopAssets(file: Places, spool: AssetSpool): WorkshopAssets {
  /** The same as what is in the spool, so that nobody has to look there for every image. */
  const waiting = new Set(spool.hashes())

  function settle(): AppError | undefined {
    if (file.readOnly) return undefined
    for (const hash of waiting) {
      const found = spool.get(hash)
      const failure = found ? storageFailure(() => file.putAsset(found)) : undefined
      if (failure) return failure
      waiting.delete(hash)
      spool.drop(hash)
    }
    return undefined
  }

  function keep(added: Asset): void {
    spool.put(added)
    waiting.add(added.hash)
  }

  return {
    put(added) {
      if (file.readOnly) throw new AppError('read-only', 'Opened for reading')
      if (!isSound(added)) throw new AppError('bad-request', 'The bytes of an image do not have its hash')
      const failure = storageFailure(() => file.putAsset(added))
      if (!failure) return 'file'
      logError('putAsset', failure)
      const both = storageFailure(() => keep(added))
      if (both) throw failure.code === 'internal' ? both : failure
      return 'journal'
    },
    get: (hash) => (waiting.has(hash) ? spool.get(hash) : null) ?? file.asset(hash),
    lacking(hashes) {
      const known = new Set([...file.assetHashes(), ...waiting])
      return hashes.filter((hash) => !known.has(hash))
    },
    settle,
    owed: () => [...waiting].flatMap((hash) => spool.get(hash) ?? []),
    owesAny: () => waiting.size > 0,
    keepEverything() {
      for (const hash of file.assetHashes()) {
        const failure = storageFailure(() => {
          const found = waiting.has(hash) ? null : file.asset(hash)
          if (found) keep(found)
        })
        if (failure) logError('keepEverything', failure) // one that is damaged; the others are not
      }
    },
  }
}
