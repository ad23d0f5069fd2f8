import { linkOf } from '../../../shared/session/invite.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { WayIn } from '../../../shared/session/invitation.ts'
import { may, type Role } from '../../../shared/session/role.ts'
import type { LiveSession } from '../liveSession.ts'
import type { SessionCore } from './core.ts'
import { nextPolicy, type PolicyChange } from './rules.ts'
import { tellWays } from './welcome.ts'
import { newEpochSecret, newWays } from './waysIn.ts'

/** Most servers that an invitation names. */
const MOST_SERVERS = 4

type Leading = Pick<
  LiveSession,
  | 'invitations'
  | 'setDoor'
  | 'admit'
  | 'refuse'
  | 'setRole'
  | 'remove'
  | 'lock'
  | 'rotate'
  | 'bring'
  | 'setFocus'
>

/** What only facilitators do. From others it does nothing. */
export function leading(core: SessionCore): Leading {
  const leads = (): boolean => may(core.role, 'lead')

  function govern(change: PolicyChange, secret?: string): void {
    const { chain, identity, roomIdentity } = core.options
    const signed = nextPolicy(core.rules.signed.get().policy, change, {
      room: roomIdentity,
      me: identity,
      chain,
    })
    core.govern(signed, secret)
  }
  /** A new secret, which whoever is removed by the same change does not get. */
  function rekey(change: PolicyChange): void {
    const { epoch } = core.rules.signed.get().policy
    govern({ ...change, epoch: epoch + 1 }, newEpochSecret())
  }
  function tellAll(ways: readonly WayIn[]): void {
    core.useWays(ways)
    tellWays(core)
  }
  function decide(person: PersonId, admit: boolean, role?: Role): void {
    if (core.hosting.isMine()) {
      if (admit) core.door.admit(person, role)
      else core.door.refuse(person)
      return
    }
    const isHost = (to: PersonId) => to === core.hosting.host
    core.peers.send({ kind: 'decide', person, admit, ...(role && { role }) }, ({ peer }) =>
      isHost(peer.person),
    )
  }

  return {
    invitations() {
      const servers = core.servers().slice(0, MOST_SERVERS)
      if (!leads() || servers.length === 0) return []
      return core.ways.map(({ invitation, door, words }) => {
        const now = { ...invitation, servers }
        return { invitation: now, door, words, link: linkOf(now) }
      })
    },
    setDoor(role, door) {
      if (leads()) tellAll(core.ways.map((way) => (way.invitation.role === role ? { ...way, door } : way)))
    },
    admit(person, role) {
      if (leads()) decide(person, true, role)
    },
    refuse(person) {
      if (leads()) decide(person, false)
    },
    setRole(person, role) {
      if (!leads()) return
      const { roles } = core.rules.signed.get().policy
      govern({ roles: [...roles.filter(([who]) => who !== person), [person, role]] })
    },
    remove(person, { again = false } = {}) {
      if (!leads() || person === core.me) return
      showOut(core, person)
      const { removed, roles } = core.rules.signed.get().policy
      if (again) {
        core.peers.send({ kind: 'showOut', person }, ({ peer }) => peer.person === core.hosting.host)
        // They come again as what they are let in as then.
        if (roles.some(([who]) => who === person)) govern({ roles: roles.filter(([who]) => who !== person) })
        return
      }
      if (!removed.includes(person)) rekey({ removed: [...removed, person] })
    },
    lock(locked) {
      if (leads()) govern({ locked })
    },
    async rotate() {
      if (!leads()) return
      const door = (role: Role) =>
        core.ways.find(({ invitation }) => invitation.role === role)?.door ?? 'knock'
      const doors = {
        facilitator: door('facilitator'),
        participant: door('participant'),
        viewer: door('viewer'),
      }
      const servers = core.servers().slice(0, MOST_SERVERS)
      const ways = await newWays(core.rules.room, servers, doors, core.options.surroundings.stretch)
      core.useWays(ways)
      rekey({})
      tellWays(core)
    },
    bring({ board, middle, zoom }) {
      if (leads()) core.peers.send({ kind: 'bring', board, middle: [...middle], zoom, by: core.me })
    },
    setFocus(step) {
      if (!leads()) return
      core.options.stores.focus.set(step)
      core.peers.send({ kind: 'focus', step })
    },
  }
}

/** Ends all lines to somebody, and says why. */
export function showOut(core: Pick<SessionCore, 'peers'>, person: PersonId): void {
  for (const { link } of core.peers.to(person)) {
    link.send({ kind: 'bye', why: 'removed' })
    link.close()
  }
}
