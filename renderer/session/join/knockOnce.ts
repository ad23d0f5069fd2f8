import type { Identity } from '../../../shared/session/identity.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import type { Membership } from '../../../shared/session/membership.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { knockBy } from '../../sync/joinSession.ts'
import { machine } from '../../sync/live/surroundings.ts'
import type { Knock, Knocked } from './createJoining.ts'

const MOST_SERVERS = 12

/** Asks to be let in by an invitation, and goes again: whoever was let in once comes in by what they keep. */
export const knockOnce =
  (identity: Identity): Knock =>
  (invitation, as, { onWaiting, onEnd }) => {
    if (invitation.engine) return knockAtEngine({ identity, invitation, displayName: as }, onEnd)
    return knockBy({ identity, displayName: as, kind: 'desktop', surroundings: machine }, invitation, {
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
  }

interface AtEngine {
  readonly identity: Identity
  readonly invitation: Invitation
  readonly displayName: string
}

/** What an engine needs is fetched only where there is one. */
function knockAtEngine(asked: AtEngine, onEnd: (knocked: Knocked) => void): Dispose {
  let stopped = false
  let stop = (): void => {}
  import('../../sync/engine/askEngine.ts')
    .then(({ askEngine }) => {
      if (stopped) return
      stop = askEngine({ ...asked, kind: 'desktop', surroundings: machine }, (came) =>
        onEnd(typeof came === 'string' ? { kind: 'out', why: came } : { kind: 'in', membership: came }),
      )
    })
    .catch((error: unknown) => {
      console.error(error)
      if (!stopped) onEnd({ kind: 'out', why: 'unreachable' })
    })
  return () => {
    stopped = true
    stop()
  }
}
