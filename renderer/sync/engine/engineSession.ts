import { signCharter } from '../../../shared/session/engine/charter.ts'
import type { EngineMembership } from '../../../shared/session/engine/engineMembership.ts'
import { newEngineSecrets, secretsIn, waysOf } from '../../../shared/session/engine/engineWays.ts'
import { identityOf, newSecretKey, roomOf } from '../../../shared/session/identity.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import { linkOf } from '../../../shared/session/invite.ts'
import { may, ROLES } from '../../../shared/session/role.ts'
import type { LiveSession, SessionPhase } from '../liveSession.ts'
import { certifyFirst } from '../live/certifier.ts'
import { createSessionStores } from '../live/sessionStores.ts'
import { EngineCore } from './engineCore.ts'
import type { EngineSessionOptions } from './engineOptions.ts'
import { colorOf, ownCertificate } from './ownCertificate.ts'

/** What is said last has so long to arrive, ms. */
const FAREWELL_MS = 300

export interface StartOnEngineOptions extends EngineSessionOptions {
  /** What the session is called. */
  readonly name: string
  readonly lineage: string
  /** Its address: `wss://collab.example.org`. */
  readonly engine: string
}

/** Starts a session with an open workshop in an engine; this person is its facilitator. */
export function startOnEngine(options: StartOnEngineOptions): LiveSession {
  const { identity, name, lineage, kind, displayName, surroundings } = options
  const roomKey = newSecretKey()
  const roomIdentity = identityOf(roomKey)
  const room = roomOf(roomIdentity.key)
  const secrets = newEngineSecrets()
  const color = colorOf(identity.person)
  const [certificate] = certifyFirst(roomIdentity, {
    key: identity.key,
    name: displayName,
    kind,
    color,
    at: surroundings.date(),
  })
  const content = { room, seq: 0, name, lineage, locked: false, over: false, removed: [], roles: [] }
  const charter = signCharter(roomIdentity, { ...content, ...waysOf(secrets) })
  return open(options, {
    v: 1,
    room,
    engine: options.engine.replace(/^ws/, 'http'),
    certificate,
    charters: [charter],
    name,
    lineage,
    secrets,
    roomKey,
  })
}

/** Joins by an invitation whose server is an engine. */
export function joinOnEngine(
  options: EngineSessionOptions & { readonly invitation: Invitation },
): LiveSession {
  const { room, secret, servers } = options.invitation
  return open(
    options,
    {
      v: 1,
      room,
      engine: servers[0] ?? '',
      certificate: ownCertificate(options, options.invitation),
      charters: [],
      name: '',
      lineage: options.lineage ?? '',
      secret,
    },
    { kind: 'knocking', waiting: false },
  )
}

/** Comes back by what `keep` was given last. */
export const rejoinOnEngine = (
  options: EngineSessionOptions & { readonly membership: EngineMembership },
): LiveSession => open(options, options.membership, { kind: 'joining', have: 0, of: 0 })

function open(options: EngineSessionOptions, entry: EngineMembership, phase?: SessionPhase): LiveSession {
  const stores = createSessionStores(entry.certificate.role)
  if (phase) stores.phase.set(phase)
  const core = new EngineCore(options, entry, stores)
  const leads = (): boolean => may(core.rules.role(), 'lead')
  const { clock } = options.surroundings
  const farewell = (): Promise<void> => new Promise((resolve) => clock.after(FAREWELL_MS, resolve))

  return {
    ...stores,
    me: core.me,
    asks: false,
    get name() {
      return core.name
    },
    awareness: core.awareness,
    onRefused: stores.refused.add,
    onBring: stores.brought.add,
    show: core.show,
    invitations: () => (leads() ? invitationsOf(core) : []),
    // Whoever has an invitation is in: nobody waits at a door.
    setDoor: () => {},
    admit: () => {},
    refuse: () => {},
    setRole(person, role) {
      const others = core.named().filter(([who]) => who !== person)
      core.govern({ roles: [...others, [person, role]] })
    },
    remove(person, { again = false } = {}) {
      const holds = core.rules.holds.get()
      if (!leads() || !holds || person === core.me) return
      if (again) core.line.send({ kind: 'out', person })
      else if (!holds.removed.includes(person)) core.govern({ removed: [...holds.removed, person] })
    },
    // Whoever is here keeps their place, and may come back to it.
    lock: (locked) => core.govern({ locked, roles: core.named() }),
    async rotate() {
      if (!leads()) return
      core.secrets = newEngineSecrets()
      core.govern({ ...waysOf(core.secrets), roles: core.named() })
    },
    bring({ board, middle, zoom }) {
      if (leads()) core.line.send({ kind: 'bring', board, middle: [...middle], zoom })
    },
    setFocus(step) {
      if (leads()) core.line.send({ kind: 'focus', step })
    },
    leave: async () => core.end('left'),
    async end() {
      if (!leads()) return core.end('left')
      core.govern({ over: true })
      await farewell()
      core.end('ended')
    },
  }
}

function invitationsOf(core: EngineCore): ReturnType<LiveSession['invitations']> {
  const { room, engine, secret } = core.entry
  const holds = core.rules.holds.get()
  const secrets = core.secrets ?? (holds && secret ? secretsIn(holds, secret) : undefined)
  if (!secrets) return []
  return ROLES.map((role) => {
    const invitation: Invitation = {
      v: 1,
      room,
      secret: secrets[role],
      servers: [engine],
      role,
      engine: true,
    }
    return { invitation, door: 'open', link: linkOf(invitation), words: '' }
  })
}
