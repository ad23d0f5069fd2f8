import { hash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { createAssetSpool, type AssetSpool } from './assetSpool.ts'
import { findFrames, type Frame } from './frame.ts'
import { decodeJournalHead, encodeJournalHead, writeEmptyJournal, type JournalHead } from './journalHead.ts'
import type { Identity } from './meta.ts'
import { syncFolder } from './placeFile.ts'
import { storageFailure } from './storageErrors.ts'

/** Above this an emptied journal is cut back; below, that is not worth a write. */
const CUT_ABOVE_BYTES = 256 * 1024

/** Edits on this computer's own disk, written before the workshop file is, in case the file cannot be. */
export interface RecoveryJournal {
  /** What earlier runs left here for this workshop, oldest first; much of it may be in the file as well. */
  readonly found: readonly Frame[]
  /** Images for which the same holds. */
  readonly spool: AssetSpool
  /** Returns once the frames are on the disk. */
  append(frames: readonly Frame[]): void
  /** Everything in the journal is in the file by now. */
  settle(): void
  /** Ends its use. What is `owed` to the file stays for the next time, otherwise the journal goes. */
  close(owed: boolean): void
}

export interface RecoveryJournals {
  open(identity: Identity, file: string): RecoveryJournal
}

/** All journals of this computer. One is kept for each workshop and place, so copies of a file do not mix. */
export function createRecoveryJournals(folder: string): RecoveryJournals {
  const inUse = new Set<string>()

  /** Journals of a file that was moved away without us: by now it is the one that is being opened. */
  function abandoned({ guid, lineage }: Identity, own: string): string[] {
    return fs
      .readdirSync(folder)
      .filter((name) => name.startsWith(`${guid}-`) && name.endsWith('.log'))
      .map((name) => path.join(folder, name))
      .filter((journal) => journal !== own && !inUse.has(journal))
      .filter((journal) => {
        const head = decodeJournalHead(fs.readFileSync(journal))
        return head?.lineage === lineage && !fs.existsSync(head.file)
      })
  }

  return {
    open(identity, file) {
      fs.mkdirSync(folder, { recursive: true })
      const own = path.join(folder, journalName(identity, file))
      const adopted = abandoned(identity, own)
      inUse.add(own)
      const head = { guid: identity.guid, lineage: identity.lineage, file }
      return openJournal({ own, adopted, head, release: () => inUse.delete(own) })
    },
  }
}

interface Journal {
  readonly own: string
  readonly adopted: readonly string[]
  readonly head: JournalHead
  release(): void
}

function openJournal({ own, adopted, head, release }: Journal): RecoveryJournal {
  const found = [...adopted, own].filter((file) => fs.existsSync(file)).flatMap(readFrames)
  const images = createAssetSpool(spoolOf(own))
  let descriptor: number | undefined
  let toForget = adopted
  adoptImages()

  function writable(): number {
    if (!fs.existsSync(own)) {
      if (descriptor !== undefined) fs.closeSync(descriptor)
      descriptor = undefined
      writeEmptyJournal(own, head)
    }
    descriptor ??= fs.openSync(own, 'a')
    return descriptor
  }

  function adoptImages(): void {
    for (const spool of adopted.map(spoolOf).filter((folder) => fs.existsSync(folder))) {
      writable() // a spool without a journal would never be found again
      images.adopt(spool)
    }
  }

  function forgetAdopted(): void {
    for (const journal of toForget) fs.rmSync(journal, { force: true })
    toForget = []
  }

  return {
    found,
    spool: {
      ...images,
      put(added) {
        writable()
        images.put(added)
      },
    },
    append(frames) {
      if (frames.length === 0) return
      const target = writable()
      const { size } = fs.fstatSync(target)
      try {
        fs.appendFileSync(target, Buffer.concat(frames))
        fs.fdatasyncSync(target)
      } catch (error) {
        // The torn end would do no harm (findFrames passes over it), but it may have taken the last space.
        storageFailure(() => fs.ftruncateSync(target, size))
        throw error
      }
    },
    settle() {
      forgetAdopted()
      const size = fs.statSync(own, { throwIfNoEntry: false })?.size ?? 0
      if (size > CUT_ABOVE_BYTES) fs.truncateSync(own, encodeJournalHead(head).length)
    },
    close(owed) {
      if (descriptor !== undefined) fs.closeSync(descriptor)
      descriptor = undefined
      release()
      if (owed) return
      forgetAdopted()
      images.remove()
      fs.rmSync(own, { force: true })
      syncFolder(path.dirname(own))
    },
  }
}

const readFrames = (file: string): Frame[] => findFrames(fs.readFileSync(file))

/** Where images wait that belong to a journal. */
const spoolOf = (journal: string): string => journal.replace(/\.log$/, '.images')

function journalName({ guid, lineage }: Identity, file: string): string {
  return `${guid}-${hash('sha256', `${lineage} ${file}`).slice(0, 16)}.log`
}
