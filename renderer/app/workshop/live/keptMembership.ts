import type { Desktop } from '../../../../shared/ipc/desktopContract.ts'
import { keptSession, type KeptSession } from '../../../../shared/session/keptSession.ts'

/** What is kept of the session that one workshop is in. */
export interface KeptMembership {
  read(): Promise<KeptSession | null>
  keep(membership: KeptSession): Promise<void>
  drop(): Promise<void>
}

/** By the lineage of the workshop; in a browser, where no workshop stays, by the session's room. */
export const keptMembership = (
  desktop: Pick<Desktop, 'membership' | 'keepMembership' | 'dropMembership'>,
  lineage: string,
): KeptMembership => ({
  async read() {
    try {
      const { value } = await desktop.membership({ lineage })
      return value === null ? null : readMembership(value)
    } catch (error) {
      console.error('what is kept of a session cannot be read:', error) // the workshop opens all the same
      return null
    }
  },
  keep: (membership) => desktop.keepMembership({ lineage, value: JSON.stringify(membership) }),
  drop: () => desktop.dropMembership({ lineage }),
})

/** Nothing if another version wrote it. */
function readMembership(value: string): KeptSession | null {
  try {
    return keptSession.safeParse(JSON.parse(value)).data ?? null
  } catch {
    return null
  }
}
