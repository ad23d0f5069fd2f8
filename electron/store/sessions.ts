import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import type { workshopContract } from '../../shared/ipc/workshopContract.ts'
import type { Library } from './library.ts'
import { logError } from './log.ts'
import { renameFile } from './placeFile.ts'
import { storageFailure } from './storageErrors.ts'
import type { OpenWorkshop, Surroundings, Workshop } from './workshop.ts'
import { workshopName } from './workshopName.ts'

/** The workshops that are open, each once, however often it was asked for. */
export interface Sessions {
  /** Throws an AppError if the file is not ours to open. */
  open(file: string): { session: string; file: string; name: string; readOnly: boolean }
  close(session: string): void
  /** Closes each, also if another cannot be closed. */
  closeAll(): void
  /** Throws `locked` if `to` is open itself. */
  saveCopy(session: string, to: string): void
  /** Throws `already-exists`, or the reason why the file cannot be brought up to date first. */
  rename(session: string, to: string): { file: string; name: string }
  /** For a window. They hold through a rename, and throw `not-found` once the session is closed. */
  calls(session: string): Handlers<typeof workshopContract>
}

interface Session {
  readonly file: string
  readonly workshop: Workshop
}

export function createSessions(
  openWorkshop: OpenWorkshop,
  surroundings: Surroundings,
  library: Library,
): Sessions {
  const sessions = new Map<string, Session>()

  function find(id: string): Session {
    const session = sessions.get(id)
    if (!session) throw new AppError('not-found', 'No such session')
    return session
  }

  function sessionOf(file: string): string | undefined {
    return [...sessions].find(([, session]) => session.file === file)?.[0]
  }

  function begin(file: string): string {
    const workshop = openWorkshop(file, surroundings)
    const id = randomUUID()
    sessions.set(id, { file, workshop })
    note(() => library.opened({ file, ...workshop.identity, thumbnail: workshop.thumbnail() }))
    return id
  }

  function close(id: string): void {
    const { workshop } = find(id)
    sessions.delete(id)
    workshop.close()
  }

  return {
    open(asked) {
      const file = fs.realpathSync(asked)
      const session = sessionOf(file) ?? begin(file)
      return { session, file, name: workshopName(file), readOnly: find(session).workshop.readOnly }
    },
    close,
    closeAll() {
      for (const id of sessions.keys()) {
        try {
          close(id)
        } catch (error) {
          logError('close', error) // the others have something to write, too
        }
      }
    },
    saveCopy(id, to) {
      const target = fs.existsSync(to) ? fs.realpathSync(to) : to
      if (sessionOf(target)) throw new AppError('locked', 'That workshop is open')
      find(id).workshop.saveCopy(target)
    },
    rename(id, to) {
      const { file, workshop } = find(id)
      const target = path.join(fs.realpathSync(path.dirname(to)), path.basename(to))
      if (target === file) return { file, name: workshopName(file) }
      const problem = workshop.flush()
      if (problem) throw problem
      close(id)
      try {
        renameFile(file, target)
      } catch (error) {
        sessions.set(id, { file, workshop: openWorkshop(file, surroundings) })
        throw error
      }
      sessions.set(id, { file: target, workshop: openWorkshop(target, surroundings) })
      note(() => library.renamed(file, target))
      return { file: target, name: workshopName(target) }
    },
    calls: (id) => ({
      load: (input) => find(id).workshop.calls.load(input),
      append: (input) => find(id).workshop.calls.append(input),
      flush: (input) => find(id).workshop.calls.flush(input),
      putAsset: (input) => find(id).workshop.calls.putAsset(input),
      getAsset: (input) => find(id).workshop.calls.getAsset(input),
      lackingAssets: (input) => find(id).workshop.calls.lackingAssets(input),
      async saveThumbnail({ png }) {
        const { file, workshop } = find(id)
        note(() => library.setThumbnail(file, png))
        await workshop.calls.saveThumbnail({ png })
      },
    }),
  }
}

/** For the list of recent workshops, on which nothing depends. */
function note(work: () => void): void {
  const failure = storageFailure(work)
  if (failure) logError('library', failure)
}
