import type { ClaimingGate } from '../../../shared/session/gate/createGate.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import { may } from '../../../shared/session/role.ts'
import type { DocSync } from '../docSync.ts'
import type { ImageSync } from '../../../shared/session/images/imageSync.ts'
import { sha256 } from '../../platform/sha256.ts'
import type { PresenceLines } from '../presenceLines.ts'
import { certifier } from './certifier.ts'
import { createConversation, type Conversation } from './conversation.ts'
import type { SessionCore } from './core.ts'
import type { Knocking } from './findHost.ts'
import { createHostDoor, type HostDoor } from './hostDoor.ts'
import { createHosting, type Hosting } from './hosting.ts'
import { byTurn, candidateOf, hostsIn } from './hosts.ts'
import { createHostSide, type HostSide } from './hostSide.ts'
import { showOut } from './leading.ts'
import { createPeers, type Peers } from './peers.ts'
import { trusts, vouches } from './trusts.ts'
import { createTurnedAway } from './turnedAway.ts'
import { createUplink, type Uplink } from './uplink.ts'
import { ended, greeted, helloOf, hostChanged, takeHello } from './welcome.ts'

/*
 * The parts of a session, each told of the others what it has to know. They refer to each other in a ring: what they ask of
 * `core`, they ask only once all of them are there.
 */

/** Somebody may take over who was heard of within so long, ms. */
const LIVELY_MS = 2500

const isHost =
  (core: SessionCore) =>
  (person: PersonId): boolean =>
    person === core.hosting.host

export const gate = (core: SessionCore): ClaimingGate =>
  core.options.parts.createGate({
    doc: core.options.workshop.doc,
    now: core.options.surroundings.clock.now,
    roleOf: (person) => core.peerOf(person)?.role,
    trusts: (peer, kind) => trusts(core, peer, kind),
    vouches: (peer) => vouches(core, peer),
  })

export const docSync = (core: SessionCore): DocSync => {
  const { parts, stores, surroundings, workshop } = core.options
  return parts.createDocSync({
    doc: workshop.doc,
    gate: core.gate,
    now: surroundings.clock.now,
    yieldNow: surroundings.yieldNow,
    lineage: core.lineage,
    mayWrite: () => may(core.role, 'add'),
    mayEditAll: () => may(core.role, 'editAll'),
    relays: (from, to) => relays(core, from, to),
    isHost: isHost(core),
    onRefusedThere: () => stores.refused.call(),
    onOtherWorkshop: ({ person }) => {
      if (isHost(core)(person)) void core.end('other-workshop')
    },
  })
}

export const imageSync = (core: SessionCore): ImageSync => {
  const { parts, surroundings, workshop } = core.options
  return parts.createImageSync({
    ...workshop,
    digest: sha256,
    now: surroundings.clock.now,
    isHost: isHost(core),
  })
}

export const presence = (core: SessionCore): PresenceLines => {
  const { parts, surroundings, workshop } = core.options
  const { now, after } = surroundings.clock
  return parts.createPresenceLines({
    awareness: core.awareness,
    me: core.me,
    now,
    after,
    relays: (from, to) => relays(core, from, to),
    clientOf: (person) => (person === core.me ? workshop.doc.clientID : core.roster.get(person)?.card.client),
    vouches: ({ person }, about) => isHost(core)(person) || person === about,
  })
}

/** Only the host passes on, and not between those who have a line of their own to each other. */
export function relays({ hosting, peers }: SessionCore, from: LinkPeer, to: LinkPeer): boolean {
  if (!hosting.isMine() || from.person === to.person) return false
  const meshed = (person: PersonId) => peers.to(person).filter(({ via }) => via === 'mesh')
  const [ours, theirs] = [meshed(from.person), meshed(to.person)]
  const haveOwn =
    ours.some(({ lines }) => lines.has(to.person)) || theirs.some(({ lines }) => lines.has(from.person))
  return !(ours.length > 0 && theirs.length > 0 && haveOwn)
}

export const peers = (core: SessionCore): Peers =>
  createPeers({
    docSync: core.docSync,
    imageSync: core.imageSync,
    presence: core.presence,
    hello: () => helloOf(core),
    onHello: (line, hello) => takeHello(core, line, hello),
    onGreeted: (line) => greeted(core, line),
    onMessage: (line, message) => core.talk.hear(line, message),
    onEnd: (line) => ended(core, line),
  })

export const hosting = (core: SessionCore): Hosting =>
  createHosting({
    me: core.me,
    now: core.options.surroundings.clock.now,
    first: core.options.claim,
    able: () => core.mayHost() && core.hostSide.isReady() && core.lineage() !== undefined,
    heardAt: (person) => core.peers.heardAt(person),
    candidates: () => candidates(core),
    isBetter: (host) => isBetter(core, host),
    isInStep: (host) => core.peers.to(host).some(({ content }) => content?.doc.isInStep() === true),
    hasPeers: () => core.peers.all().length > 0,
    doubt: (person) => core.peers.send({ kind: 'doubt', person }),
    announce: () => core.talk.tellHosting(),
    changed: () => hostChanged(core),
  })

/** A facilitator is, than somebody who is none; the first of them. */
function isBetter(core: SessionCore, host: PersonId): boolean {
  const peer = core.peerOf(host)
  if (!may(core.role, 'lead') || !peer || may(peer.role, 'lead')) return false
  return candidates(core).find((person) => person !== host) === core.me
}

function candidates(core: SessionCore): PersonId[] {
  const now = core.options.surroundings.clock.now()
  const isLively = (person: PersonId) => now - (core.peers.heardAt(person) ?? -Infinity) < LIVELY_MS
  const lively = hostsIn(core.roster).flatMap(({ peer }) => (isLively(peer.person) ? [peer] : []))
  const me = core.peerOf(core.me)
  const all = (me ? [me, ...lively] : lively).map(candidateOf)
  return all.toSorted(byTurn).map(({ person }) => person)
}

export const hostSide = (core: SessionCore): HostSide =>
  createHostSide({
    surroundings: core.options.surroundings,
    room: core.rules.room,
    tokens: () => core.entrances.map(({ hash }) => hash),
    origins: () => hostsIn(core.roster).flatMap(({ card }) => card.servers),
    onGuest: (pipe, token) => core.door.take(pipe, token),
    changed: () => core.serversChanged(),
  })

export const door = (core: SessionCore): HostDoor => {
  const { chain, identity, name, lineage, roomIdentity, surroundings } = core.options
  const { rules } = core
  return createHostDoor({
    clock: surroundings.clock,
    rules,
    entrance: (token) => core.entrances.find(({ hash }) => hash === token),
    elsewhere: () => (core.hosting.isMine() ? undefined : core.servers()),
    present: () => new Set(core.peers.all().map(({ peer }) => peer.person)).size,
    certify: certifier({
      room: rules.room,
      roomIdentity,
      identity,
      chain,
      date: surroundings.date,
      certificates: () => [chain[0], ...core.roster.all().map(({ peer }) => peer.certificate)],
    }),
    welcome: () => ({ name, lineage, servers: core.servers() }),
    onAdmitted: (pipe, heard) => core.admitGuest(pipe, heard),
  })
}

export const conversation = (core: SessionCore): Conversation => {
  const { stores } = core.options
  return createConversation({
    me: core.me,
    rules: core.rules,
    roster: core.roster,
    claim: (card, { person }) => void core.gate.claim(card.client, person),
    peers: core.peers,
    hosting: core.hosting,
    relays: (from, to) => relays(core, from, to),
    persisted: (person, vector) => core.tookPersisted(person, vector),
    ways(ways, all) {
      const kept = core.ways.filter(({ invitation }) => invitation.role === 'facilitator')
      core.useWays(
        all ? ways : [...kept, ...ways.filter(({ invitation }) => invitation.role !== 'facilitator')],
      )
    },
    knocks(waiting) {
      if (may(core.role, 'lead')) stores.knocking.set(waiting)
    },
    decide(person, admit, role) {
      if (admit) core.door.admit(person, role)
      else core.door.refuse(person)
    },
    showOut: (person) => showOut(core, person),
    focus: (step) => stores.focus.set(step),
    bring: (to) => stores.brought.call(to),
    over: (why) => void core.end(why),
  })
}

export const uplink = (core: SessionCore): Uplink => {
  const { chain, identity, kind, surroundings } = core.options
  const knocking = (): Knocking => ({
    room: core.rules.room,
    secret: core.rules.secret.get(),
    identity,
    kind,
    chain,
    name: chain[0].name,
  })
  const turnedAway = createTurnedAway(core)
  return createUplink({
    surroundings,
    knocking,
    servers: () => others(core, core.servers()),
    strays: () => strays(core),
    own: () => core.hostSide.origins(),
    onFound: (servers) => core.found(servers),
    isHost: () => core.hosting.isMine(),
    host: () => core.hosting.host,
    link: (entry) => core.linkToHost(entry),
    onRefused: turnedAway.refused,
    onRevoked: turnedAway.unknown,
  })
}

function others(core: SessionCore, servers: readonly string[]): string[] {
  const own = new Set(core.hostSide.origins())
  return servers.filter((origin) => !own.has(origin))
}

/** Where somebody may take themselves for host whom this side, the host, does not see. */
function strays(core: SessionCore): string[] {
  const gone = hostsIn(core.roster).filter(({ reach }) => reach === 'gone')
  const alone = core.peers.all().length === 0 ? core.options.servers : []
  return others(core, [...gone.flatMap(({ card }) => card.servers), ...alone])
}
