import type { Card, ControlMessage } from '../../../shared/session/controlMessage.ts'
import { may } from '../../../shared/session/role.ts'
import type { SessionCore } from './core.ts'
import type { PeerLine } from './peers.ts'

/*
 * What peers say to each other when a line begins, when it ends, and when another is host.
 */

export type Hello = Extract<ControlMessage, { kind: 'hello' }>

/** Most persons of whom somebody says that they have lines to them. */
const MOST_LINES = 100

export function helloOf(core: SessionCore): Hello {
  const { policy, signer } = core.rules.signed.get()
  const { term, person } = core.hosting.claim()
  return {
    kind: 'hello',
    card: cardOf(core),
    policy,
    ...(signer && { signer }),
    term,
    ...(person !== undefined && { hosting: person }),
  }
}

function cardOf(core: SessionCore): Card {
  const lineage = core.lineage()
  const { chain, workshop } = core.options
  const servers = core.ownServers()
  return { chain, client: workshop.doc.clientID, servers, ...(lineage !== undefined && { lineage }) }
}

/** Does a line lead to somebody themselves, and not by way of the host's server although it need not? */
const isDirect = (core: SessionCore, { via, peer }: PeerLine): boolean =>
  via === 'mesh' || peer.certificate.kind !== 'desktop' || core.options.kind !== 'desktop'

/** Somebody says who they are, at first or anew. `false`: it is not true. */
export function takeHello(core: SessionCore, line: PeerLine, hello: Hello): boolean {
  const { card, policy, signer, term, hosting } = hello
  const proven = core.rules.prove(card.chain)
  if (!proven || proven.person === core.me || proven.certificate.key !== line.peer.certificate.key)
    return false
  if (line.card && JSON.stringify(line.card) === JSON.stringify(card)) return true
  core.gate.claim(card.client, proven.person)
  if (policy.signature !== core.rules.signed.get().policy.signature) {
    if (core.rules.take({ policy, signer })) tellPolicy(core, (to) => to !== line)
    else line.link.send(policyOf(core))
  }
  core.roster.linked(proven, card, isDirect(core, line))
  considerHost(core, line, { term, hosting })
  if (line.card && core.hosting.isMine()) tellArrival(core, line, card)
  if (core.hosting.isMine() || proven.person === core.hosting.host) core.heardHost()
  return true
}

/** What guests say of others is no reason to follow anybody; that they know a later host is said once. */
function considerHost(
  core: SessionCore,
  line: PeerLine,
  { term, hosting }: Pick<Hello, 'term' | 'hosting'>,
): void {
  const person = line.peer.certificate.host ? hosting : undefined
  if (person === undefined && line.card) return
  if (!core.hosting.consider({ term, person })) core.talk.tellHosting(line)
}

function policyOf(core: SessionCore): ControlMessage {
  const { policy, signer } = core.rules.signed.get()
  return { kind: 'policy', policy, ...(signer && { signer }) }
}
const tellPolicy = (core: SessionCore, to: (line: PeerLine) => boolean): void =>
  core.peers.send(policyOf(core), to)

const tellArrival = (core: SessionCore, line: PeerLine, card: Card): void =>
  core.peers.send({ kind: 'members', first: false, cards: [card], gone: [] }, (to) => to !== line)

/** Their first hello was taken. */
export function greeted(core: SessionCore, line: PeerLine): void {
  if (core.hosting.isMine() && line.card) {
    welcomeAsHost(core, line)
    tellArrival(core, line, line.card)
    const step = core.options.stores.focus.get()
    if (step !== null) line.link.send({ kind: 'focus', step })
    tellKnocks(core, [line])
    for (const [person, vector] of core.disks.all()) line.link.send({ kind: 'persisted', person, vector })
  } else tellPersisted(core, [line])
  if (line.via === 'mesh') tellLines(core)
  if (line.via === 'uplink' && line.peer.person !== core.hosting.host) core.uplink.refresh()
}

function welcomeAsHost(core: SessionCore, line: PeerLine): void {
  core.talk.tellMembers(line)
  tellWays(core, [line])
}

/** A line to somebody is gone. */
export function ended(core: SessionCore, line: PeerLine): void {
  const { person } = line.peer
  const left = core.peers.to(person)
  const wasDirect = isDirect(core, line)
  if (!left.some((other) => isDirect(core, other) === wasDirect)) core.roster.unlinked(person, wasDirect)
  if (core.hosting.isMine() && left.length === 0)
    core.peers.send({ kind: 'members', first: false, cards: [], gone: [person] })
  if (line.via === 'mesh') tellLines(core)
  core.uplink.refresh()
  core.show()
}

/** So that the host need not pass on what goes over them. */
function tellLines({ peers }: SessionCore): void {
  const meshed = peers.all().filter(({ via }) => via === 'mesh')
  const persons = [...new Set(meshed.map(({ peer }) => peer.person))].slice(0, MOST_LINES)
  peers.send({ kind: 'lines', persons }, ({ peer }) => peer.certificate.host)
}

/** To facilitators: who waits at the door. */
export function tellKnocks({ door, peers }: SessionCore, to: readonly PeerLine[] = peers.all()): void {
  const waiting = [...door.waiting.get()]
  for (const { peer, link } of to) if (may(peer.role, 'lead')) link.send({ kind: 'knocks', waiting })
}

/** To those who may be host. Nobody but facilitators gets a way in for facilitators. */
export function tellWays(core: SessionCore, to: readonly PeerLine[] = core.peers.all()): void {
  for (const { peer, link } of to) {
    if (!peer.certificate.host) continue
    const leads = may(peer.role, 'lead')
    const ways = core.ways.filter(({ invitation }) => leads || invitation.role !== 'facilitator')
    link.send({ kind: 'keys', secret: core.rules.secret.get(), ways, name: core.options.name })
  }
}

/** What is on this computer's disk. */
export function tellPersisted(core: SessionCore, to: readonly PeerLine[] = core.peers.all()): void {
  const vector = core.options.persisted?.get()
  if (vector === undefined) return
  for (const { link } of to) link.send({ kind: 'persisted', person: core.me, vector })
}

/** Another is host now, or this side is. */
export function hostChanged(core: SessionCore): void {
  core.heardHost()
  if (core.hosting.isMine()) {
    core.wasHost = true
    // From now on this side says who is here.
    core.roster.untold()
    for (const line of core.peers.all()) welcomeAsHost(core, line)
  } else sendGuestsOn(core)
  core.docSync.refresh()
  core.uplink.refresh()
  core.keep()
  core.show()
}

/** Guests belong to the host: they are told where that is, and look for it. */
function sendGuestsOn({ door, peers, talk }: SessionCore): void {
  door.close()
  for (const line of peers.all()) {
    if (line.via !== 'guest') continue
    talk.tellHosting(line)
    line.link.close()
  }
}
