import type { Identity } from '../../shared/session/identity.ts'
import type { Invitation } from '../../shared/session/invitation.ts'
import type { Membership } from '../../shared/session/membership.ts'
import type { Dispose } from '../../shared/util/store.ts'
import { knockBy } from './joinSession.ts'
import { machine } from './live/surroundings.ts'
import type { SessionEnd } from './liveSession.ts'

export interface KnockEvents {
  readonly onWaiting: () => void
  readonly onEnd: (
    knocked:
      | { readonly kind: 'in'; readonly membership: Membership }
      | { readonly kind: 'out'; readonly why: SessionEnd },
  ) => void
}

/**
 * Asks to be let in and no more: for a window that has not got the workshop yet. With the membership `rejoinSession` joins,
 * in this window or another. What it returns calls it off.
 */
export function knockForMembership(
  identity: Identity,
  invitation: Invitation,
  displayName: string,
  events: KnockEvents,
): Dispose {
  return knockBy({ identity, displayName, kind: 'desktop', surroundings: machine }, invitation, {
    onWaiting: events.onWaiting,
    onAdmitted({ pipe, admitted }) {
      pipe.close()
      const { chain, policy, signer, secret, name, lineage } = admitted
      const servers = [...new Set([...admitted.servers, ...invitation.servers])].slice(0, 12)
      const membership: Membership = {
        v: 1,
        room: invitation.room,
        chain,
        policy,
        ...(signer && { signer }),
        secret,
        servers,
        name,
        lineage,
        ways: [],
        term: 0,
      }
      events.onEnd({ kind: 'in', membership })
    },
    onFailed: (why) => events.onEnd({ kind: 'out', why }),
  })
}
