import { certifyFirst } from './live/certifier.ts'
import { signPolicy } from '../../shared/session/certify.ts'
import { identityOf, newSecretKey, roomOf } from '../../shared/session/identity.ts'
import type { Door } from '../../shared/session/invitation.ts'
import type { Role } from '../../shared/session/role.ts'
import { SessionCore } from './live/core.ts'
import { openLiveSession } from './live/liveSessionOf.ts'
import { followServer, openServers } from './live/openServers.ts'
import { createRules } from './live/rules.ts'
import type { SessionOptions } from './live/sessionOptions.ts'
import { createSessionStores } from './live/sessionStores.ts'
import { newEpochSecret, newWays } from './live/waysIn.ts'
import type { LiveSession } from './liveSession.ts'

export interface HostOptions extends SessionOptions {
  /** What the session is called. */
  readonly name: string
  /** Of the workshop: as the store says it. */
  readonly lineage: string
  readonly doors: Readonly<Record<Role, Door>>
}

/** Most servers that an invitation names. */
const MOST_SERVERS = 4

/**
 * Starts a session with an open workshop; this person is its facilitator and host. What is returned is there at once, `starting`;
 * it is `live` as soon as a server is open, or `ended` by `server` if there is none.
 */
export function hostSession(options: HostOptions): LiveSession {
  const { identity, surroundings, lineage, name } = options
  const roomKey = newSecretKey()
  const roomIdentity = identityOf(roomKey)
  const room = roomOf(roomIdentity.key)
  const stores = createSessionStores('facilitator')
  const opening = openLiveSession(identity.person, stores, () => void options.ownServer?.close(room))

  async function begin(): Promise<void> {
    const servers = await openServers(options, room)
    if (servers.length === 0) return opening.failed('server')
    const origins = servers.flatMap((server) => server.origins)
    options.allow?.(origins)
    const ways = await newWays(room, origins.slice(0, MOST_SERVERS), options.doors, surroundings.stretch)
    const content = { room, seq: 0, epoch: 0, locked: false, removed: [], roles: [] }
    const claims = { key: identity.key, name: options.displayName, kind: options.kind, color: 0 }
    const core = new SessionCore({
      ...options,
      stores,
      roomIdentity,
      roomKey,
      name,
      lineage,
      hasContent: true,
      chain: certifyFirst(roomIdentity, { ...claims, at: surroundings.date() }),
      rules: createRules(room, { policy: signPolicy(roomIdentity, content) }, newEpochSecret()),
      ways,
      claim: { term: 1, person: identity.person },
      servers: [],
      onOver: [followServer(options, room, (access) => core.useServer(access)), closeServer],
    })
    if (!opening.opened(core)) return void core.end('left')
    for (const server of servers) core.useServer(server)
  }
  const closeServer = (): void => void options.ownServer?.close(room)
  begin().catch((error: unknown) => {
    console.error('a session could not be started:', error)
    opening.failed('server')
  })
  return opening.session
}
