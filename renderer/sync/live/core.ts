import { Awareness } from 'y-protocols/awareness'
import { every } from '../../../shared/session/clock.ts'
import type { Card, ControlMessage } from '../../../shared/session/controlMessage.ts'
import { createLink } from '../../../shared/session/createLink.ts'
import type { ClaimingGate } from '../../../shared/session/gate/createGate.ts'
import type { PersonId } from '../../../shared/session/ids.ts'
import type { WayIn } from '../../../shared/session/invitation.ts'
import type { Link, LinkPeer } from '../../../shared/session/link.ts'
import { ownBudget, type LinkOptions } from '../../../shared/session/linkOptions.ts'
import type { Membership } from '../../../shared/session/membership.ts'
import type { Pipe } from '../../../shared/session/pipe.ts'
import { may, type Role } from '../../../shared/session/role.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import type { DocSync } from '../docSync.ts'
import type { ImageSync } from '../imageSync.ts'
import type { SessionEnd } from '../liveSession.ts'
import type { PresenceLines } from '../presenceLines.ts'
import type { Conversation } from './conversation.ts'
import type { CoreOptions } from './coreOptions.ts'
import * as build from './coreParts.ts'
import type { Entry } from './findHost.ts'
import type { HostDoor } from './hostDoor.ts'
import type { Hosting } from './hosting.ts'
import { hostsIn } from './hosts.ts'
import type { HostSide, ServerAccess } from './hostSide.ts'
import type { MeshLines } from './parts.ts'
import type { PeerLine, Peers } from './peers.ts'
import { createRoster, type Roster } from './roster.ts'
import type { Rules, SignedPolicy } from './rules.ts'
import { createDisks, type Disks } from './safety.ts'
import { serverUrl } from './serverUrls.ts'
import { follow } from './sessionStores.ts'
import { showSafety, showSession } from './showSession.ts'
import type { Uplink } from './uplink.ts'
import { entranceBy, entrancesOf, type HostEntrance } from './waysIn.ts'

/** Between looks at who is host, and between all that is done about once a second. ms */
const QUICK_MS = 250
const BEAT_MS = 1000
/** What is shown follows, and what is to be kept is kept, within so long. ms */
const SHOW_MS = 30
const KEEP_MS = 100
/** Who is with a host that nobody hears is not known any more after so long, ms. */
const STALE_MS = 20_000
/** How long what was said last may take to leave, ms. */
const FAREWELL_MS = 200
const MOST_SERVERS = 12
const MOST_OWN_SERVERS = 4

type Hello = Extract<ControlMessage, { kind: 'hello' }>

/** A session from the moment that this person is in it: everything that happens in it passes here. */
export class SessionCore {
  readonly me: PersonId
  readonly options: CoreOptions
  readonly rules: Rules
  readonly roster: Roster
  readonly disks: Disks
  readonly awareness: Awareness
  readonly gate: ClaimingGate
  readonly docSync: DocSync
  readonly imageSync: ImageSync
  readonly presence: PresenceLines
  readonly peers: Peers
  readonly hosting: Hosting
  readonly hostSide: HostSide
  readonly door: HostDoor
  readonly talk: Conversation
  readonly uplink: Uplink
  ways: readonly WayIn[]
  entrances: readonly HostEntrance[] = []
  /** When a disk confirmed something last, ms since 1970. */
  lastSaved: number | undefined
  /** When the host was heard of last, or this side was host; ms of the clock. */
  connectedAt: number
  #mesh: MeshLines | undefined
  #showing: Dispose | undefined
  #keeping: Dispose | undefined
  readonly #disposes: Dispose[] = []
  readonly #budget = ownBudget()
  #over = false
  #wasHost: boolean
  /** Is all of the workshop here? */
  #isWhole: boolean

  constructor(options: CoreOptions) {
    const { clock } = options.surroundings
    this.me = options.identity.person
    this.options = options
    this.rules = options.rules
    this.ways = options.ways
    this.#isWhole = options.hasContent
    this.connectedAt = clock.now()
    this.#wasHost = options.claim.person === this.me
    this.roster = createRoster(clock.now, () => this.show())
    this.disks = createDisks(options.workshop.doc)
    this.awareness = new Awareness(options.workshop.doc)
    this.gate = build.gate(this)
    this.docSync = build.docSync(this)
    this.imageSync = build.imageSync(this)
    this.presence = build.presence(this)
    this.peers = build.peers(this)
    this.hosting = build.hosting(this)
    this.hostSide = build.hostSide(this)
    this.door = build.door(this)
    this.talk = build.conversation(this)
    this.uplink = build.uplink(this)
    this.#listen()
    this.openEntrances()
    this.#openMesh()
    this.show()
  }

  /** Everything is here that there was before this side came; true for whoever has been host since. */
  isCaughtUp(): boolean {
    return this.#wasHost || this.docSync.heardHost()
  }
  get role(): Role {
    return this.peerOf(this.me)?.role ?? 'viewer'
  }
  mayLead = (): boolean => may(this.role, 'lead')
  mayHost = (): boolean => this.options.chain[0].host && this.peerOf(this.me) !== undefined
  peerOf(person: PersonId): LinkPeer | undefined {
    return person === this.me ? this.rules.prove(this.options.chain) : this.roster.get(person)?.peer
  }
  /** Nothing of the session goes to whoever has another lineage, or takes this document for theirs. */
  lineage = (): string | undefined => (this.#isWhole ? this.options.lineage : undefined)

  /** Where this session is found, the present host first. */
  servers(): string[] {
    const { host } = this.hosting
    const known = hostsIn(this.roster).toSorted(
      (a, b) => Number(b.peer.person === host) - Number(a.peer.person === host),
    )
    const others = [...known.flatMap(({ card }) => card.servers), ...this.options.servers]
    const own = this.ownServers()
    const all = this.hosting.isMine() ? [...own, ...others] : [...others, ...own]
    return [...new Set(all)].slice(0, MOST_SERVERS)
  }
  ownServers = (): string[] => (this.mayHost() ? this.hostSide.origins().slice(0, MOST_OWN_SERVERS) : [])

  /** This side has a server of its own from now on, or has it at another address. */
  useServer(access: ServerAccess): void {
    this.hostSide.use(access)
  }
  /** Somebody has let this person in already. */
  enter(entry: Entry): void {
    this.uplink.begin(entry)
  }
  linkOptions(shy: boolean): LinkOptions {
    const { identity, chain, surroundings } = this.options
    return {
      identity,
      chain,
      shy,
      room: this.rules.room,
      policy: () => this.rules.signed.get().policy,
      clock: surroundings.clock,
      budget: this.#budget,
      onFault: (error) => console.warn('a session could not deal with what a peer sent:', error),
    }
  }
  admitGuest(pipe: Pipe, heard: readonly Uint8Array<ArrayBuffer>[]): void {
    this.peers.add(createLink(pipe, { ...this.linkOptions(true), heard }), 'guest')
  }
  linkToHost({ pipe, heard, admitted }: Entry): Link {
    // Somebody who was away may have missed what holds now.
    const { policy, signer, secret } = admitted
    if (!this.rules.takeSecret({ policy, signer }, secret)) this.rules.take({ policy, signer })
    const link = createLink(pipe, { ...this.linkOptions(false), heard })
    this.peers.add(link, 'uplink')
    return link
  }

  /** Takes what a facilitator has decided, this one or another, and tells everybody whom it does not remove. */
  govern(signed: SignedPolicy, secret?: string): void {
    const isNew = secret === undefined ? this.rules.take(signed) : this.rules.takeSecret(signed, secret)
    if (!isNew) return
    const { policy, signer } = signed
    const content = { policy, ...(signer && { signer }) }
    const news: ControlMessage =
      secret === undefined ? { kind: 'policy', ...content } : { kind: 'rekey', ...content, secret }
    this.peers.send(news, ({ peer }) => !policy.removed.includes(peer.person))
  }
  useWays(ways: readonly WayIn[]): void {
    this.ways = ways
    this.openEntrances()
  }
  /** To those who may be host. Nobody but facilitators gets a way in for facilitators. */
  tellWays(to: readonly PeerLine[] = this.peers.all()): void {
    for (const { peer, link } of to) {
      if (!peer.certificate.host) continue
      const leads = may(peer.role, 'lead')
      const ways = this.ways.filter(({ invitation }) => leads || invitation.role !== 'facilitator')
      link.send({ kind: 'keys', secret: this.rules.secret.get(), ways, name: this.options.name })
    }
  }
  openEntrances(): void {
    this.entrances = entrancesOf(this.ways, [this.rules.secret.get(), ...this.rules.past()])
    this.hostSide.refresh()
    this.keep()
  }

  hello(): Hello {
    const { policy, signer } = this.rules.signed.get()
    const { term, person } = this.hosting.claim()
    return {
      kind: 'hello',
      card: this.card(),
      policy,
      ...(signer && { signer }),
      term,
      ...(person !== undefined && { hosting: person }),
    }
  }
  card(): Card {
    const lineage = this.lineage()
    const { chain, workshop } = this.options
    return {
      chain,
      client: workshop.doc.clientID,
      servers: this.ownServers(),
      ...(lineage !== undefined && { lineage }),
    }
  }
  /** Does a line lead to somebody themselves, and not by way of the host's server although it need not? */
  isDirect = ({ via, peer }: PeerLine): boolean =>
    via === 'mesh' || peer.certificate.kind !== 'desktop' || this.options.kind !== 'desktop'

  takeHello(line: PeerLine, { card, policy, signer, term, hosting }: Hello): boolean {
    const proven = this.rules.prove(card.chain)
    if (!proven || proven.person === this.me || proven.certificate.key !== line.peer.certificate.key)
      return false
    this.gate.claim(card.client, proven.person)
    const now = this.rules.signed.get().policy
    if (policy.signature !== now.signature) {
      if (this.rules.take({ policy, signer })) this.#tellPolicy(line)
      else this.#tellPolicy(undefined, line)
    }
    this.roster.linked(proven, card, this.isDirect(line))
    // What only guests say of others is no reason to follow anybody.
    const claimed = proven.certificate.host ? hosting : undefined
    if (!this.hosting.consider({ term, person: claimed })) this.talk.tellHosting(line)
    if (line.card && this.hosting.isMine()) this.tellArrival(line, card)
    if (this.hosting.isMine() || proven.person === this.hosting.host) this.#heardHost()
    return true
  }
  #tellPolicy(except?: PeerLine, only?: PeerLine): void {
    const { policy, signer } = this.rules.signed.get()
    const message = { kind: 'policy', policy, ...(signer && { signer }) } as const
    this.peers.send(message, (line) => line !== except && (!only || line === only))
    if (only && !only.card) only.link.send(message)
  }
  tellArrival(line: PeerLine, card: Card): void {
    this.peers.send({ kind: 'members', first: false, cards: [card], gone: [] }, (to) => to !== line)
  }

  greeted(line: PeerLine): void {
    const { host, isMine } = { host: this.hosting.host, isMine: this.hosting.isMine() }
    if (isMine && line.card) {
      this.talk.tellMembers(line)
      this.tellArrival(line, line.card)
      this.tellWays([line])
      const step = this.options.stores.focus.get()
      if (step !== null) line.link.send({ kind: 'focus', step })
      this.tellKnocks([line])
      for (const [person, vector] of this.disks.all()) line.link.send({ kind: 'persisted', person, vector })
    } else this.#tellPersisted([line])
    if (line.via === 'mesh') this.#tellLines()
    if (line.via === 'uplink' && line.peer.person !== host) this.uplink.refresh()
  }
  ended(line: PeerLine): void {
    const { person } = line.peer
    const left = this.peers.to(person)
    if (!left.some((other) => this.isDirect(other) === this.isDirect(line)))
      this.roster.unlinked(person, this.isDirect(line))
    if (this.hosting.isMine() && left.length === 0)
      this.peers.send({ kind: 'members', first: false, cards: [], gone: [person] })
    if (line.via === 'mesh') this.#tellLines()
    this.uplink.refresh()
    this.show()
  }
  #tellLines(): void {
    const meshed = this.peers.all().filter(({ via }) => via === 'mesh')
    const persons = [...new Set(meshed.map(({ peer }) => peer.person))].slice(0, 100)
    this.peers.send({ kind: 'lines', persons }, ({ peer }) => peer.certificate.host)
  }
  tellKnocks(to: readonly PeerLine[] = this.peers.all()): void {
    const waiting = [...this.door.waiting.get()]
    for (const { peer, link } of to) if (may(peer.role, 'lead')) link.send({ kind: 'knocks', waiting })
  }
  /** Somebody's disk, or this computer's, has all of this. */
  tookPersisted(person: PersonId, vector: string): void {
    if (!this.disks.persisted(person, vector)) return
    if (this.disks.covers(person)) this.lastSaved = this.options.surroundings.date()
    this.show()
  }
  #tellPersisted(to: readonly PeerLine[]): void {
    const vector = this.options.persisted?.get()
    if (vector === undefined) return
    for (const { link } of to) link.send({ kind: 'persisted', person: this.me, vector })
  }

  /** Another is host now, or this side is. */
  hostChanged(): void {
    if (this.hosting.isMine()) this.#wasHost = true
    this.connectedAt = this.options.surroundings.clock.now()
    if (this.hosting.isMine()) {
      // From now on this side says who is here.
      this.roster.untold()
      for (const line of this.peers.all()) this.#welcomeAsHost(line)
    } else this.#sendGuestsOn()
    this.docSync.refresh()
    this.uplink.refresh()
    this.keep()
    this.show()
  }
  #welcomeAsHost(line: PeerLine): void {
    this.talk.tellMembers(line)
    this.tellWays([line])
  }
  /** Guests belong to the host: they are told where that is, and look for it. */
  #sendGuestsOn(): void {
    this.door.close()
    const guests = this.peers.all().filter(({ via }) => via === 'guest')
    for (const line of guests) {
      this.talk.tellHosting(line)
      line.link.close()
    }
  }
  #heardHost(): void {
    this.connectedAt = this.options.surroundings.clock.now()
  }

  /** What is shown has changed; it is worked out once for all that changes at a time. */
  show(): void {
    if (this.#showing) return
    this.#showing = this.options.surroundings.clock.after(SHOW_MS, () => {
      this.#showing = undefined
      if (!this.#over) showSession(this)
    })
  }
  keep(): void {
    if (!this.options.keep || this.#keeping) return
    this.#keeping = this.options.surroundings.clock.after(KEEP_MS, () => {
      this.#keeping = undefined
      if (!this.#over) this.options.keep?.(this.membership())
    })
  }
  membership(): Membership {
    const { chain, name, lineage, roomKey } = this.options
    const { policy, signer } = this.rules.signed.get()
    return {
      v: 1,
      room: this.rules.room,
      chain,
      policy,
      ...(signer && { signer }),
      secret: this.rules.secret.get(),
      servers: this.servers(),
      name,
      lineage,
      ...(roomKey !== undefined && { roomKey }),
      ways: [...this.ways],
      term: this.hosting.claim().term,
    }
  }

  #listen(): void {
    const { stores, surroundings, workshop, persisted } = this.options
    const { clock } = surroundings
    this.#disposes.push(
      this.rules.signed.subscribe(() => this.#rulesChanged()),
      this.rules.secret.subscribe(() => this.#secretChanged()),
      this.docSync.complete.subscribe(() => this.#complete()),
      this.docSync.progress.subscribe(() => this.show()),
      follow(this.imageSync.progress, stores.images),
      follow(this.presence.others, stores.others),
      this.door.waiting.subscribe(() => this.#knocked()),
      every(clock, QUICK_MS, () => this.hosting.beat()),
      every(clock, BEAT_MS, () => this.#beat()),
      surroundings.onOnline(() => this.uplink.hurry()),
    )
    const onUpdate = (): void => this.#edited()
    workshop.doc.on('update', onUpdate)
    this.#disposes.push(() => workshop.doc.off('update', onUpdate))
    if (!persisted) return
    const saved = (): void => {
      const vector = persisted.get()
      if (vector !== undefined) this.tookPersisted(this.me, vector)
      this.#tellPersisted(this.peers.all())
    }
    this.#disposes.push(persisted.subscribe(saved))
    saved()
  }
  #rulesChanged(): void {
    this.peers.recheck()
    this.roster.proveAgain((chain) => this.rules.prove(chain))
    this.docSync.refresh()
    this.keep()
    this.show()
    if (!this.peerOf(this.me)) void this.end('removed')
  }
  #secretChanged(): void {
    this.openEntrances()
    this.#mesh?.setSecret(this.rules.secret.get())
    this.#mesh?.setSignalling(this.#signalling())
  }
  #complete(): void {
    this.#isWhole = true
    this.peers.sayHello()
    this.show()
  }
  /** Nobody may believe that what they have just written is safe. */
  #edited(): void {
    if (!this.#over) showSafety(this)
  }
  #knocked(): void {
    if (this.hosting.isMine()) this.tellKnocks()
    this.show()
  }
  #beat(): void {
    const now = this.options.surroundings.clock.now()
    this.docSync.beat()
    this.imageSync.beat()
    this.roster.beat()
    const { host } = this.hosting
    if (this.hosting.isMine() || (host !== undefined && this.hosting.hears(host))) this.#heardHost()
    else if (now - this.connectedAt > STALE_MS) this.roster.untold()
    this.#reachServers()
    this.show()
  }

  /** Servers of this side, or what is known of others', have changed. */
  serversChanged(): void {
    this.peers.sayHello()
    this.keep()
    this.show()
  }
  #reached = ''
  /** Named by those who are not the host. */
  #found: readonly string[] = []
  found(servers: readonly string[]): void {
    this.#found = [...servers, ...this.#found].slice(0, MOST_SERVERS)
    this.#reachServers()
  }
  #reachServers(): void {
    const origins = [...new Set([...this.servers(), ...this.#found])]
    if (origins.join() === this.#reached) return
    this.#reached = origins.join()
    this.options.allow?.(origins)
    this.hostSide.refresh()
    this.#mesh?.setSignalling(this.#signalling())
    this.uplink.refresh()
    this.keep()
  }
  #signalling(): string[] {
    const { token } = entranceBy(this.rules.secret.get())
    return this.servers().map((origin) => serverUrl(origin, 'signal', this.rules.room, token))
  }
  #openMesh(): void {
    const { parts, kind, workshop } = this.options
    if (kind !== 'desktop') return
    this.#mesh = parts.openMesh?.({
      room: this.rules.room,
      secret: this.rules.secret.get(),
      signalling: this.#signalling(),
      doc: workshop.doc,
      awareness: this.awareness,
      makeLink: (pipe) => createLink(pipe, this.linkOptions(false)),
      onLink: (link, carrier) => this.peers.add(link, 'mesh', carrier),
    })
  }

  /** Takes leave of the session, which goes on without this side unless `why` says otherwise. */
  async end(why: SessionEnd, bye?: 'left' | 'ended'): Promise<void> {
    if (this.#over) return
    this.#over = true
    if (bye) this.peers.send({ kind: 'bye', why: bye })
    this.options.stores.phase.set({ kind: 'ended', why })
    for (const dispose of this.#disposes) dispose()
    this.presence.dispose()
    if (bye) await new Promise<void>((resolve) => this.options.surroundings.clock.after(FAREWELL_MS, resolve))
    this.uplink.close()
    this.door.close()
    this.peers.close()
    this.hostSide.close()
    await this.#mesh?.dispose()
    this.docSync.dispose()
    this.imageSync.dispose()
    this.awareness.destroy()
    for (const run of this.options.onOver) run?.()
  }
}
