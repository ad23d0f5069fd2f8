import type { Refused } from '../../../shared/session/knockAt.ts'
import type { SessionCore } from './core.ts'

/** Until somebody who was not let in asks again, ms. */
const ASK_AGAIN_MS = 3000
/** So often servers may say that they do not know what a guest shows, before it counts: a host may have just come back. */
const MOST_UNKNOWN = 3

/** What comes of it that a member who lost the host is not let in again. */
export interface TurnedAway {
  /** By a host. */
  refused(why: Refused['why']): void
  /** A server of the session knows this member's secret no more. */
  unknown(): void
}

export function createTurnedAway(core: SessionCore): TurnedAway {
  let unknown = 0
  return {
    refused(why) {
      // Certificates hold as long as whoever gave them has a place: no host changes its mind on that.
      if (why === 'removed' || why === 'old-invitation') void core.end(why)
      else core.options.surroundings.clock.after(ASK_AGAIN_MS, () => core.uplink.refresh())
    },
    unknown() {
      // Whoever keeps a file goes on by themselves.
      if (core.options.kind !== 'desktop' && ++unknown >= MOST_UNKNOWN) void core.end('old-invitation')
    },
  }
}
