import type { Desktop } from '../../shared/ipc/desktopContract.ts'
import { AppError } from '../../shared/ipc/errors.ts'
import { newSecretKey } from '../../shared/session/identity.ts'

const IDENTITY = 'throughline:identity'
/** Before the lineages of what is kept. */
const MEMBERSHIP = 'throughline:membership:'

type KeptSessions = Pick<Desktop, 'identity' | 'keepMembership' | 'membership' | 'dropMembership'>

/** Who this browser's user is and how they come back into sessions: in the storage that it has for this page. */
export function keptSessions(storage: () => Storage): KeptSessions {
  const keep = (key: string, value: string): void => {
    try {
      storage().setItem(key, value)
    } catch (error) {
      throw new AppError('disk-full', 'the browser keeps no more', { cause: error })
    }
  }
  return {
    async identity() {
      const kept = storage().getItem(IDENTITY)
      if (kept !== null) return { secretKey: kept }
      const secretKey = newSecretKey()
      keep(IDENTITY, secretKey)
      return { secretKey }
    },
    keepMembership: async ({ lineage, value }) => keep(MEMBERSHIP + lineage, value),
    membership: async ({ lineage }) => ({ value: storage().getItem(MEMBERSHIP + lineage) }),
    dropMembership: async ({ lineage }) => storage().removeItem(MEMBERSHIP + lineage),
  }
}
