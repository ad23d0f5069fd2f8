import type { Identity } from '../../../shared/session/identity.ts'
import type { Membership } from '../../../shared/session/membership.ts'
import { knockBy } from '../../sync/joinSession.ts'
import { machine } from '../../sync/live/surroundings.ts'
import type { Knock } from './createJoining.ts'

const MOST_SERVERS = 12

/** Asks to be let in by an invitation, and goes again: whoever was let in once comes in by what they keep. */
export const knockOnce =
  (identity: Identity): Knock =>
  (invitation, as, { onWaiting, onEnd }) =>
    knockBy({ identity, displayName: as, kind: 'desktop', surroundings: machine }, invitation, {
      onWaiting,
      onAdmitted({ pipe, admitted }) {
        pipe.close()
        const { chain, policy, signer, secret, name, lineage, servers } = admitted
        const membership: Membership = {
          v: 1,
          room: invitation.room,
          chain,
          policy,
          ...(signer && { signer }),
          secret,
          servers: [...new Set([...servers, ...invitation.servers])].slice(0, MOST_SERVERS),
          name,
          lineage,
          ways: [],
          term: 0,
        }
        onEnd({ kind: 'in', membership })
      },
      onFailed: (why) => onEnd({ kind: 'out', why }),
    })
