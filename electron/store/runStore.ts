import path from 'node:path'
import type { Handlers } from '../../shared/ipc/contract.ts'
import { controlContract, type StoreRole } from '../../shared/ipc/controlContract.ts'
import { libraryContract } from '../../shared/ipc/libraryContract.ts'
import { serve, type Port } from '../../shared/ipc/rpc.ts'
import { workshopContract } from '../../shared/ipc/workshopContract.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { coded } from './coded.ts'
import { createWorkshopFile } from './createWorkshopFile.ts'
import { openLibrary, type Library } from './library.ts'
import type { ParentLink } from './parentLink.ts'
import { createRecoveryJournals } from './recoveryJournal.ts'
import { createSessions, type Sessions } from './sessions.ts'
import type { OpenWorkshop } from './workshop.ts'

/** Answers main and the windows until main is gone; then closes everything and calls `end`. */
export function runStore(
  link: ParentLink,
  appData: string,
  openWorkshop: OpenWorkshop,
  end: () => void,
): void {
  const library = openLibrary(appData, Date.now)
  const surroundings = {
    journals: createRecoveryJournals(path.join(appData, 'journal')),
    keepIn: path.join(appData, 'before-repair'),
    now: Date.now,
  }
  const sessions = createSessions(openWorkshop, surroundings, library)

  function attach(to: StoreRole, client: Port): Dispose {
    if (to.role === 'library') return serve(libraryContract, coded(library.calls), client)
    return serve(workshopContract, coded(sessions.calls(to.session)), client)
  }

  serve(controlContract, coded(controlCalls(sessions, library)), link.control)
  link.onConnect(attach)
  link.onEnd(() => {
    sessions.closeAll()
    library.close()
    end()
  })
  link.ready()
}

function controlCalls(sessions: Sessions, library: Library): Handlers<typeof controlContract> {
  return {
    create: ({ file, lineage }) => createWorkshopFile(file, { lineage }),
    open: ({ file }) => sessions.open(file),
    close: ({ session }) => sessions.close(session),
    saveCopy: ({ session, to }) => sessions.saveCopy(session, to),
    rename: ({ session, to }) => sessions.rename(session, to),
    recent: () => library.present(),
    locate: ({ id }) => ({ file: library.locate(id) }),
    copiesOf: ({ lineage }) => library.copiesOf(lineage),
    clearRecent: () => library.clear(),
  }
}
