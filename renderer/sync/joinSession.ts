import type { Invitation } from '../../shared/session/invitation.ts'
import type { Refused } from '../../shared/session/knockAt.ts'
import type { Membership } from '../../shared/session/membership.ts'
import { identityOf } from '../../shared/session/identity.ts'
import type { RoomId } from '../../shared/session/ids.ts'
import { SessionCore } from './live/core.ts'
import type { CoreOptions } from './live/coreOptions.ts'
import { findHost, type Entry, type Knocking } from './live/findHost.ts'
import { openLiveSession, type Opening } from './live/liveSessionOf.ts'
import { followServer, openServers } from './live/openServers.ts'
import { createRules } from './live/rules.ts'
import type { SessionOptions } from './live/sessionOptions.ts'
import { createSessionStores, type SessionStores } from './live/sessionStores.ts'
import type { LiveSession, SessionEnd } from './liveSession.ts'

/** Rounds through all servers, of about a second each at first, until a session that was never reached is given up. */
const MOST_ROUNDS = 12
/** So many rounds in which servers only said that they do not know the invitation. */
const MOST_REVOKED = 3

export interface JoinOptions extends SessionOptions {
  /** Of the file that is open here; nothing in a browser. A session with another workshop is not joined. */
  readonly lineage?: string | undefined
  /** Is there anything in the workshop yet? A browser's is empty, and so is a file that was made to join. */
  readonly hasContent: boolean
}

/**
 * Joins a session by an invitation. What is returned is there at once: `knocking`, then `joining` while the workshop
 * arrives, then `live`; or `ended`, with the reason.
 */
export function joinSession(options: JoinOptions & { readonly invitation: Invitation }): LiveSession {
  const { invitation } = options
  const stores = createSessionStores(invitation.role)
  stores.phase.set({ kind: 'knocking', waiting: false })
  const opening = openLiveSession(options.identity.person, stores, () => stop())
  options.allow?.(invitation.servers)
  const stop = knockBy(options, invitation, {
    onWaiting: () => stores.phase.set({ kind: 'knocking', waiting: true }),
    onAdmitted(entry) {
      const { chain, policy, signer, secret, name, lineage, servers } = entry.admitted
      if (options.lineage !== undefined && options.lineage !== lineage) {
        entry.pipe.close()
        return opening.failed('other-workshop')
      }
      const core = enter(options, stores, opening, {
        chain,
        name,
        lineage,
        servers: [...new Set([...servers, ...invitation.servers])],
        rules: createRules(invitation.room, { policy, signer }, secret),
        ways: [],
        claim: { term: 0, person: undefined },
      })
      core?.enter(entry)
    },
    onFailed: opening.failed,
  })
  return opening.session
}

/**
 * Comes back to a session by what `keep` was given last: into one that goes on, or, for those who may be host, to take it up again
 * if nobody else has.
 */
export function rejoinSession(options: JoinOptions & { readonly membership: Membership }): LiveSession {
  const { membership } = options
  const { chain, room, policy, signer, secret, roomKey, term } = membership
  const stores = createSessionStores(chain[0].role)
  const opening = openLiveSession(options.identity.person, stores, () => {})
  if (options.lineage !== undefined && options.lineage !== membership.lineage)
    opening.failed('other-workshop')
  else if (chain[0].key !== options.identity.key) opening.failed('removed')
  else {
    options.allow?.(membership.servers)
    const { name, lineage, servers, ways } = membership
    const core = enter(options, stores, opening, {
      chain,
      name,
      lineage,
      servers,
      ways,
      roomKey,
      roomIdentity: roomKey === undefined ? undefined : identityOf(roomKey),
      rules: createRules(room, { policy, signer }, secret),
      claim: { term, person: undefined },
    })
    core?.uplink.refresh()
  }
  return opening.session
}

type Entered = Pick<
  CoreOptions,
  'chain' | 'name' | 'lineage' | 'servers' | 'rules' | 'ways' | 'claim' | 'roomKey' | 'roomIdentity'
>

function enter(
  options: JoinOptions,
  stores: SessionStores,
  opening: Opening,
  entered: Entered,
): SessionCore | undefined {
  const { room } = entered.rules
  const mayHost = entered.chain[0].host && options.kind === 'desktop'
  const core: SessionCore = new SessionCore({
    ...options,
    ...entered,
    stores,
    onOver: mayHost
      ? [followServer(options, room, (access) => core.useServer(access)), () => closeServer(options, room)]
      : [],
  })
  if (!opening.opened(core)) {
    void core.end('left')
    return undefined
  }
  // Ready to take over before it is needed.
  if (mayHost)
    void openServers(options, room).then((servers) => {
      for (const server of servers) core.useServer(server)
    })
  return core
}

const closeServer = (options: SessionOptions, room: RoomId): void => void options.ownServer?.close(room)

interface KnockEvents {
  onWaiting(): void
  onAdmitted(entry: Entry): void
  onFailed(why: SessionEnd): void
}

/** Knocks until there is an answer, for a while if nobody is there. What it returns gives up. */
export function knockBy(
  options: Pick<SessionOptions, 'identity' | 'displayName' | 'kind' | 'surroundings' | 'allow'>,
  { room, secret, servers }: Pick<Invitation, 'room' | 'secret' | 'servers'>,
  events: KnockEvents,
): () => void {
  const { identity, kind, displayName, surroundings } = options
  const knocking: Knocking = { room, secret, identity, kind, name: displayName }
  let [rounds, revoked] = [0, 0]
  const finding = findHost({
    surroundings,
    servers: () => servers,
    onFound: (found) => options.allow?.([...servers, ...found]),
    knocking: () => knocking,
    onWaiting: events.onWaiting,
    onAdmitted: events.onAdmitted,
    onRefused: (why) => events.onFailed(endOf(why)),
    onRound(wasRevoked) {
      revoked = wasRevoked ? revoked + 1 : 0
      const isOld = revoked >= MOST_REVOKED
      if (!isOld && ++rounds < MOST_ROUNDS) return
      finding.stop()
      events.onFailed(isOld ? 'old-invitation' : 'unreachable')
    },
  })
  return finding.stop
}

const endOf = (why: Refused['why']): SessionEnd => (why === 'not-host' ? 'unreachable' : why)
