import { AppError } from '../../shared/ipc/errors.ts'
import type { Durable } from '../../shared/ipc/workshopContract.ts'
import type { Frame } from './frame.ts'
import { storageFailure } from './storageErrors.ts'

/** Edits wait at most this long for others to be written with. */
const GROUP_MS = 25
const GROUP_BYTES = 64 * 1024
/** Before the file is tried again. */
const FIRST_RETRY_MS = 500
const LAST_RETRY_MS = 5000

/** The two places an edit is written to. Both return when it is on the disk, and throw when it is not. */
export interface Places {
  readonly journal: { append(frames: readonly Frame[]): void; settle(): void }
  readonly file: {
    /** All or nothing. Some of `owed` may be in the file already; `fresh` is not. */
    commit(fresh: readonly Frame[], owed: readonly Frame[]): void
    /** What the file held so far, for when it is gone from its place. */
    everything(): Frame[]
  }
}

export interface GroupCommit {
  /** Resolves when the frame is on the disk; rejects if neither place takes it, and then it is not kept. */
  append(frame: Frame): Promise<Durable>
  /** Writes now whatever waits, and tries the file even if it failed just before. Throws as `append` rejects. */
  flush(): Durable
  /** What is in the journal, but not in the file. */
  owed(): readonly Frame[]
  /** Why the file could not be written the last time; undefined once it could. */
  problem(): AppError | undefined
  /** No more attempts by itself. */
  stop(): void
}

interface Waiting {
  readonly frame: Frame
  resolve(durable: Durable): void
  reject(error: AppError): void
}

/**
 * Writes edits in groups: recovery journal, then file, then the answer. An edit after a pause is written at once.
 * While the file cannot be written the journal answers for it, and the file is tried again ever more rarely.
 */
export function createGroupCommit({ journal, file }: Places, found: readonly Frame[]): GroupCommit {
  let waiting: Waiting[] = []
  let waitingBytes = 0
  let owed = [...found]
  let problem: AppError | undefined
  let lastWrite = -Infinity
  let everythingKept = false
  let retryMs = FIRST_RETRY_MS
  let nextWrite: NodeJS.Timeout | undefined
  let nextRetry: NodeJS.Timeout | undefined

  function schedule(): void {
    const isFull = waitingBytes >= GROUP_BYTES
    if (nextWrite && !isFull) return
    clearTimeout(nextWrite)
    const delay = isFull ? 0 : Math.max(0, lastWrite + GROUP_MS - performance.now())
    nextWrite = setTimeout(() => write(false), delay)
  }

  function write(tryFile: boolean): AppError | undefined {
    clearTimeout(nextWrite)
    nextWrite = undefined
    const batch = waiting
    const fresh = batch.map(({ frame }) => frame)
    waiting = []
    waitingBytes = 0
    lastWrite = performance.now()

    const journalProblem = storageFailure(() => journal.append(fresh))
    if (tryFile || !problem || journalProblem) commit(fresh)
    if (!problem) {
      for (const { resolve } of batch) resolve('file')
      return undefined
    }
    if (journalProblem) {
      const telling = problem.code === 'internal' ? journalProblem : problem
      for (const { reject } of batch) reject(telling)
      return telling
    }
    owed.push(...fresh)
    for (const { resolve } of batch) resolve('journal')
    return undefined
  }

  /** Tries the file; `problem` says how it went. */
  function commit(fresh: readonly Frame[]): void {
    problem = storageFailure(() => file.commit(fresh, owed))
    clearTimeout(nextRetry)
    if (!problem) return settle()
    if (problem.code === 'file-moved' && !everythingKept) keepEverything()
    nextRetry = setTimeout(() => write(true), retryMs)
    retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
  }

  function settle(): void {
    owed = []
    everythingKept = false
    retryMs = FIRST_RETRY_MS
    // Journal frames that stay although they are in the file are recognised when they are found again.
    storageFailure(() => journal.settle())
  }

  /** The file may never come back, and what was saved in it with it. */
  function keepEverything(): void {
    storageFailure(() => {
      const everything = file.everything()
      journal.append(everything)
      owed = [...everything, ...owed]
      everythingKept = true
    })
  }

  return {
    append(frame) {
      return new Promise((resolve, reject) => {
        waiting.push({ frame, resolve, reject })
        waitingBytes += frame.length
        schedule()
      })
    },
    flush() {
      if (waiting.length > 0 || owed.length > 0 || problem) {
        const failure = write(true)
        if (failure) throw failure
      }
      return owed.length > 0 ? 'journal' : 'file'
    },
    owed: () => owed,
    problem: () => problem,
    stop() {
      clearTimeout(nextWrite)
      clearTimeout(nextRetry)
    },
  }
}
