import type { Handlers } from '../../shared/ipc/contract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { workshopContract } from '../../shared/ipc/workshopContract.ts'
import { decodeFrame, encodeFrame, type Frame } from './frame.ts'
import { createGroupCommit } from './groupCommit.ts'
import { logError } from './log.ts'
import type { Identity } from './meta.ts'
import type { RecoveryJournal, RecoveryJournals } from './recoveryJournal.ts'
import { copyWorkshop } from './saveCopy.ts'
import { storageFailure } from './storageErrors.ts'
import { createWorkshopAssets } from './workshopAssets.ts'
import { openWorkshopFile } from './workshopFile.ts'

/** An open workshop: its file, its recovery journal, and the calls a window may make. */
export interface Workshop {
  readonly identity: Identity
  readonly readOnly: boolean
  readonly calls: Handlers<typeof workshopContract>
  /** Writes what waits. The problem if the file does not take it; the edits are then in the journal. */
  flush(): AppError | undefined
  thumbnail(): Uint8Array | null
  /** Everything, also what only the journal has, under a new identity; in place of `target` if that exists. */
  saveCopy(target: string): void
  /** Writes what waits; what the file does not take stays in the journal. */
  close(): void
}

/** What a workshop needs besides its file. */
export interface Surroundings {
  readonly journals: RecoveryJournals
  /** Folder for copies of files that a crash left in need of repair. */
  readonly keepIn: string
  now(): number
}

export type OpenWorkshop = (file: string, surroundings: Surroundings) => Workshop

/** Throws an AppError if the file is not ours to open; see `openDatabase`. */
export function openWorkshop(path: string, { journals, keepIn, now }: Surroundings): Workshop {
  const file = openWorkshopFile(path, keepIn, now)
  const { identity, readOnly } = file
  const { journal, found } = openJournal()
  const places = { journal, file: { commit, everything: () => file.read().updates.map(encodeFrame) } }
  const assets = createWorkshopAssets(file, journal.spool)
  const commits = createGroupCommit(places, found)
  let recovered = found.length
  let snapshotting: NodeJS.Immediate | undefined
  flush()

  function openJournal(): { journal: RecoveryJournal; found: Frame[] } {
    try {
      const opened = journals.open(identity, path)
      return { journal: opened, found: file.missing(opened.found) }
    } catch (error) {
      file.close()
      throw error
    }
  }

  /** Whoever waits for an edit that can be written nowhere hears of it by that edit's answer. */
  function flush(): AppError | undefined {
    if (readOnly) return undefined
    const failure = storageFailure(() => commits.flush()) ?? commits.problem() ?? assets.settle()
    if (failure) logError('flush', failure)
    return failure
  }

  function commit(fresh: readonly Frame[], owed: readonly Frame[]): void {
    file.commit(fresh, owed)
    // Later, so that those who wait for the commit need not wait for this as well.
    if (file.isSnapshotDue()) snapshotting ??= setImmediate(takeSnapshot)
  }

  function takeSnapshot(): void {
    snapshotting = undefined
    const failure = storageFailure(() => file.takeSnapshot())
    if (failure) logError('snapshot', failure)
  }

  const owesAny = (): boolean => commits.owed().length > 0 || assets.owesAny()

  const calls: Workshop['calls'] = {
    load() {
      flush()
      const updates = [...file.read().updates, ...updatesIn(commits.owed())]
      const news = recovered
      recovered = 0 // told once
      return { ...identity, readOnly, recovered: news, updates }
    },
    async append({ update }) {
      if (readOnly) throw new AppError('read-only', 'Opened for reading')
      return { durable: await commits.append(encodeFrame(update)) }
    },
    async flush() {
      if (!readOnly && commits.flush() === 'file') assets.settle()
      await answersSent()
      return { durable: owesAny() ? 'journal' : 'file' }
    },
    putAsset: (added) => ({ durable: assets.put(added) }),
    getAsset: ({ hash }) => assets.get(hash),
    lackingAssets: ({ hashes }) => assets.lacking(hashes),
    saveThumbnail({ png }) {
      if (!readOnly) file.saveThumbnail(png)
    },
  }

  return {
    identity,
    readOnly,
    calls,
    flush,
    thumbnail: () => file.thumbnail(),
    saveCopy(target) {
      flush()
      copyWorkshop(file, { frames: commits.owed(), assets: assets.owed() }, target)
    },
    close() {
      clearImmediate(snapshotting)
      flush()
      commits.stop()
      if (commits.problem()?.code === 'file-moved') assets.keepEverything()
      journal.close(owesAny())
      file.close()
    },
  }
}

const updatesIn = (frames: readonly Frame[]): Uint8Array<ArrayBuffer>[] =>
  frames.map(decodeFrame).filter((update) => update !== null)

/** Whoever waited for a flush finds all of its edits answered. */
const answersSent = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
