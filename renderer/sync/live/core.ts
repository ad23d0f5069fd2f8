import { Awareness } from 'y-protocols/awareness'
import type { ControlMessage } from '../../../shared/session/controlMessage.ts'
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
import type { ImageSync } from '../../../shared/session/images/imageSync.ts'
import type { SessionEnd } from '../liveSession.ts'
import type { PresenceLines } from '../presenceLines.ts'
import type { Conversation } from './conversation.ts'
import type { CoreOptions } from './coreOptions.ts'
import * as build from './coreParts.ts'
import { farewell } from './farewell.ts'
import type { Entry } from './findHost.ts'
import type { HostDoor } from './hostDoor.ts'
import type { Hosting } from './hosting.ts'
import { hostsIn } from './hosts.ts'
import type { HostSide, ServerAccess } from './hostSide.ts'
import type { Peers } from './peers.ts'
import { createRoster, type Roster } from './roster.ts'
import type { Rules, SignedPolicy } from './rules.ts'
import { createDisks, type Disks } from './safety.ts'
import { showSession } from './showSession.ts'
import type { Uplink } from './uplink.ts'
import { watchSession, type Watch } from './watchSession.ts'
import { entrancesOf, type HostEntrance } from './waysIn.ts'

/** What is shown follows, and what is to be kept is kept, within so long. ms */
const SHOW_MS = 30
const KEEP_MS = 100
const MOST_SERVERS = 12
const MOST_OWN_SERVERS = 4

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
  #showing: Dispose | undefined
  #keeping: Dispose | undefined
  readonly #watch: Watch
  readonly #budget = ownBudget()
  #over = false
  /** This side has been host since it came. */
  wasHost: boolean
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
    this.wasHost = options.claim.person === this.me
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
    this.#watch = watchSession(this)
    this.openEntrances()
    this.show()
  }

  /** Everything is here that there was before this side came; true for whoever has been host since. */
  isCaughtUp(): boolean {
    return this.wasHost || this.docSync.heardHost()
  }
  get role(): Role {
    return this.peerOf(this.me)?.role ?? 'viewer'
  }
  mayLead = (): boolean => may(this.role, 'lead')
  mayHost = (): boolean => this.options.chain[0].host && may(this.role, 'add')
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
  /** All of the workshop is here now. */
  whole(): void {
    this.#isWhole = true
    this.peers.sayHello()
    this.show()
  }
  get isOver(): boolean {
    return this.#over
  }
  /** Servers of this side, or what is known of others', have changed. */
  serversChanged(): void {
    this.peers.sayHello()
    this.keep()
    this.show()
  }
  /** Servers were named by those who are not the host. */
  found(servers: readonly string[]): void {
    this.#watch.found(servers)
  }
  heardHost(): void {
    this.connectedAt = this.options.surroundings.clock.now()
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
  openEntrances(): void {
    this.entrances = entrancesOf(this.ways, [this.rules.secret.get(), ...this.rules.past()])
    this.hostSide.refresh()
    this.keep()
  }

  /** Somebody's disk, or this computer's, has all of this. */
  tookPersisted(person: PersonId, vector: string): void {
    if (!this.disks.persisted(person, vector)) return
    if (this.disks.covers(person)) this.lastSaved = this.options.surroundings.date()
    this.show()
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

  /** Takes leave of the session, which goes on without this side unless `why` says otherwise. */
  async end(why: SessionEnd, bye?: 'left' | 'ended'): Promise<void> {
    if (this.#over) return
    this.#over = true
    if (bye) this.peers.send({ kind: 'bye', why: bye })
    this.options.stores.phase.set({ kind: 'ended', why })
    this.#watch.dispose()
    this.presence.dispose()
    if (bye) await farewell(this)
    this.uplink.close()
    this.door.close()
    this.peers.close()
    this.hostSide.close()
    await this.#watch.leaveMesh()
    this.docSync.dispose()
    this.imageSync.dispose()
    this.awareness.destroy()
    for (const run of this.options.onOver) run?.()
  }
}
