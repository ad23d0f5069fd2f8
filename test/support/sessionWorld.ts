import { createDocSync } from '../../renderer/sync/createDocSync.ts'
import { createPresenceLines } from '../../renderer/sync/createPresenceLines.ts'
import type { DocSync } from '../../renderer/sync/docSync.ts'
import { hostSession, type HostOptions } from '../../renderer/sync/hostSession.ts'
import type { ImageSync } from '../../shared/session/images/imageSync.ts'
import { joinSession, rejoinSession } from '../../renderer/sync/joinSession.ts'
import type { Parts } from '../../renderer/sync/live/parts.ts'
import type { OwnServer, SessionOptions } from '../../renderer/sync/live/sessionOptions.ts'
import { sharedWorkshop } from '../../renderer/sync/live/sharedWorkshop.ts'
import type { Surroundings } from '../../renderer/sync/live/surroundings.ts'
import type { LiveSession } from '../../renderer/sync/liveSession.ts'
import type { PeerKind } from '../../shared/session/certificate.ts'
import type { Clock } from '../../shared/session/clock.ts'
import { createGate } from '../../shared/session/gate/createGate.ts'
import { identityOf, newSecretKey, type Identity } from '../../shared/session/identity.ts'
import type { Invitation } from '../../shared/session/invitation.ts'
import type { Membership } from '../../shared/session/membership.ts'
import { addFirstBoard, createDocument, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'
import type { Assets } from '../../shared/model/asset.ts'
import { FROM_STORE } from '../../shared/model/origins.ts'
import { newShapeId, FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Role } from '../../shared/session/role.ts'
import { toBase64url } from '../../shared/util/base64url.ts'
import { createStore, type Store } from '../../shared/util/store.ts'
import { encodedProgress } from '../../shared/session/vectors.ts'
import { applyUpdate, encodeStateAsUpdate } from 'yjs'
import { fakeMesh, type FakeMesh } from './fakeMesh.ts'
import {
  fakeNetwork,
  newMachine,
  runOn,
  thaw,
  type FakeNetwork,
  type FakeServer,
  type Machine,
} from './fakeServer.ts'
import { virtualClock, type VirtualClock } from './virtualClock.ts'
import { noteAt } from './noteAt.ts'

export const LINEAGE = 'ab'.repeat(16)

/** Somebody at a computer or a phone. */
export interface Somebody {
  readonly name: string
  readonly identity: Identity
  readonly kind: PeerKind
  readonly page: Machine
  readonly server: FakeServer | undefined
  readonly workshop: Workshop
  session: LiveSession
  membership: Membership | undefined
  readonly persisted: Store<string | undefined>
  /** The workshop's file, if there is one. */
  disk: Uint8Array | undefined
  /** Adds a note of this person's, and says its id. */
  write(): ShapeId
  notes(): readonly ShapeId[]
  kill(): void
  freeze(): void
  thaw(): void
}

export interface SessionWorld {
  readonly clock: VirtualClock
  readonly network: FakeNetwork
  readonly mesh: FakeMesh
  /** A planted fault: pages that take nothing that is written any more. */
  readonly deaf: Set<Machine>
  start(name: string, options?: Partial<Pick<HostOptions, 'doors' | 'name'>>): Promise<Somebody>
  join(name: string, invitation: Invitation, options?: JoinAs): Somebody
  /** Somebody comes back by what they kept. */
  rejoin(who: Somebody): Somebody
  /** Lets time pass, promises included. */
  pass(ms: number): Promise<void>
  /** Until it holds; throws if it does not within so many ms. Says how long it took. */
  until(what: string, holds: () => boolean, ms: number): Promise<number>
}

export interface JoinAs {
  readonly kind?: PeerKind
  readonly lineage?: string
  readonly identity?: Identity
}

/** Sessions on virtual time, in a network of memory: everything but that is real. */
export function sessionWorld(random: () => number): SessionWorld {
  const clock = virtualClock()
  const network = fakeNetwork(clock)
  const mesh = fakeMesh(clock)
  const deaf = new Set<Machine>()
  let hosts = 0

  function optionsOf(
    name: string,
    kind: PeerKind,
    identity: Identity,
    hasContent: boolean,
    origin = `http://10.0.0.${++hosts}:4316`,
  ) {
    const page = newMachine()
    const doc = createDocument()
    if (hasContent) addFirstBoard(doc)
    const workshop = openWorkshop(doc)
    workshop.signAs(identity.person)
    const server = kind === 'desktop' ? network.server(origin) : undefined
    const onPage: Clock = {
      now: clock.now,
      after: (ms, run) => clock.after(ms, () => runOn(page, run)),
    }
    const persisted = createStore<string | undefined>(undefined)
    const somebody = {
      name,
      identity,
      kind,
      page,
      server,
      workshop,
      membership: undefined as Membership | undefined,
      disk: undefined as Uint8Array | undefined,
      persisted,
    }
    const options: SessionOptions = {
      workshop: sharedWorkshop(workshop, noAssets),
      identity,
      displayName: name,
      kind,
      ...(kind === 'desktop' && { persisted }),
      ownServer: server && ownServerOf(server),
      keep: (membership) => void (somebody.membership = structuredClone(membership)),
      parts: partsOf(page, onPage),
      surroundings: surroundingsOf(page, onPage),
    }
    // A disk that confirms what there is every now and then.
    if (kind === 'desktop') {
      const save = (): void => {
        somebody.disk = encodeStateAsUpdate(doc)
        persisted.set(toBase64url(encodedProgress(doc)))
        onPage.after(300, save)
      }
      save()
    }
    return { somebody, options }
  }
  const surroundingsOf = (page: Machine, onPage: Clock): Surroundings => ({
    clock: onPage,
    date: () => 1_700_000_000_000 + clock.now(),
    openSocket: (url) => network.connect(url, page),
    yieldNow: (run) => void onPage.after(0, run),
    random,
    stretch: async (words, room) => toBase64url(utf8ToBytes(`${room}${words}`.slice(-16))),
    onOnline: () => () => {},
  })
  const partsOf = (page: Machine, onPage: Clock): Parts => ({
    createGate,
    createDocSync: (options) => deafened(createDocSync(options), () => deaf.has(page)),
    createImageSync: noImages,
    createPresenceLines,
    openMesh: (options) => mesh.open(options, page, onPage),
  })
  const complete = (
    somebody: Omit<Somebody, 'session' | 'write' | 'notes' | 'kill' | 'freeze' | 'thaw'>,
    session: LiveSession,
  ): Somebody => Object.assign(somebody, { session, ...actsOf(somebody) })

  return {
    clock,
    network,
    mesh,
    deaf,
    async start(name, more = {}) {
      const { somebody, options } = optionsOf(name, 'desktop', identityOf(newSecretKey()), true)
      const doors = { facilitator: 'knock', participant: 'open', viewer: 'open' } as const
      const session = hostSession({ ...options, name: 'Kickoff', lineage: LINEAGE, doors, ...more })
      const host = complete(somebody, session)
      await this.until(`${name} hosts`, () => session.invitations().length === 3, 5000)
      return host
    },
    join(name, invitation, { kind = 'laptop', lineage, identity = identityOf(newSecretKey()) } = {}) {
      const { somebody, options } = optionsOf(name, kind, identity, false)
      const file = kind === 'desktop' ? { lineage: lineage ?? LINEAGE } : {}
      return complete(somebody, joinSession({ ...options, ...file, hasContent: false, invitation }))
    },
    rejoin(who) {
      const { membership } = who
      if (!membership) throw new Error(`${who.name} has kept nothing`)
      const { somebody, options } = optionsOf(who.name, who.kind, who.identity, false, who.server?.origin)
      if (who.disk) applyUpdate(somebody.workshop.doc, who.disk, FROM_STORE)
      return complete(somebody, rejoinSession({ ...options, hasContent: who.disk !== undefined, membership }))
    },
    pass: (ms) => clock.run(ms),
    async until(what, holds, ms) {
      const began = clock.now()
      while (!holds()) {
        if (clock.now() - began > ms) throw new Error(`Not within ${ms} ms: ${what}`)
        await clock.run(20)
      }
      return clock.now() - began
    },
  }
}

function actsOf({
  page,
  server,
  workshop,
  identity,
}: Pick<Somebody, 'page' | 'server' | 'workshop' | 'identity'>) {
  return {
    write() {
      const id = newShapeId()
      workshop.change((change) => change.add(noteAt(id, [0, 0], { text: `by ${identity.person}` })))
      return id
    },
    notes: () => workshop.shapes.all(FIRST_BOARD).map(({ id }) => id),
    kill() {
      page.alive = false
      server?.kill()
    },
    freeze() {
      page.frozen = true
      if (server) server.machine.frozen = true
    },
    thaw() {
      if (server) thaw(server.machine)
      thaw(page)
    },
  }
}

const deafened = (sync: DocSync, isDeaf: () => boolean): DocSync => ({
  ...sync,
  attach(...line) {
    const attached = sync.attach(...line)
    const receive = attached.receive.bind(attached)
    attached.receive = (message) => {
      if (!isDeaf()) receive(message)
    }
    return attached
  },
})

const ownServerOf = (server: FakeServer): OwnServer => ({
  open: async () => ({ origins: [server.origin], local: server.origin, ownerToken: server.ownerToken }),
  close: async () => {},
  onBack: () => () => {},
})

export const noAssets: Assets = {
  add: () => Promise.reject(new Error('No images here')),
  bytesOf: async () => undefined,
  lacking: async () => [],
  onAdded: () => () => {},
}

export const noImages = (): ImageSync => ({
  attach: () => ({ receive() {}, drained() {}, end() {} }),
  hasMine: () => true,
  progress: createStore({ missing: 0, have: 0, of: 0 }),
  beat() {},
  dispose() {},
})

/** The invitation for a role, as the host shows it now. */
export function wayFor(host: Somebody, role: Role): Invitation {
  const way = host.session.invitations().find(({ invitation }) => invitation.role === role)
  if (!way) throw new Error(`No way in for a ${role}`)
  return way.invitation
}
