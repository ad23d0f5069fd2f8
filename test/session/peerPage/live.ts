import * as Y from 'yjs'
import { createAssets } from '../../../renderer/sync/assets.ts'
import { createDocSync } from '../../../renderer/sync/createDocSync.ts'
import { createPresenceLines } from '../../../renderer/sync/createPresenceLines.ts'
import { hostSession } from '../../../renderer/sync/hostSession.ts'
import { joinSession, rejoinSession } from '../../../renderer/sync/joinSession.ts'
import type { ServerAccess } from '../../../renderer/sync/live/hostSide.ts'
import type { Parts } from '../../../renderer/sync/live/parts.ts'
import type { OwnServer, SessionOptions } from '../../../renderer/sync/live/sessionOptions.ts'
import { sharedWorkshop } from '../../../renderer/sync/live/sharedWorkshop.ts'
import { machine } from '../../../renderer/sync/live/surroundings.ts'
import type { LiveSession } from '../../../renderer/sync/liveSession.ts'
import { createMesh } from '../../../renderer/sync/mesh/createMesh.ts'
import { addFirstBoard, type Workshop } from '../../../shared/model/workshop.ts'
import { createGate } from '../../../shared/session/gate/createGate.ts'
import { identityOf, newSecretKey } from '../../../shared/session/identity.ts'
import type { Link } from '../../../shared/session/link.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { Invitation } from '../../../shared/session/invitation.ts'
import type { Membership } from '../../../shared/session/membership.ts'
import { ROLES, type Role } from '../../../shared/session/role.ts'
import { randomText } from '../../../shared/session/seal.ts'
import { encodedProgress } from '../../../shared/session/vectors.ts'
import { toBase64url } from '../../../shared/util/base64url.ts'
import { createStore, type Store } from '../../../shared/util/store.ts'
import { createEvil, type Evil } from './attack.ts'
import { onChannel } from './countConnections.ts'
import { openDisk, type Disk } from './openDisk.ts'
import type { HostPeer, LiveApi, LivePeer } from './peerApi.ts'

declare global {
  interface Window {
    /** Exposed by runners that give peers servers of their own. */
    openOwnServer?(room: string): Promise<ServerAccess | undefined>
  }
}

type Phases = ReturnType<LiveApi['phases']>[number]

/** A page's part in a whole session, put together as the app does it. */
export function createLive(workshop: Workshop): {
  readonly api: LiveApi
  end(): Promise<void>
  show(step: number): void
  /** Is everything of this peer on a disk? Follows an edit within 30 ms. */
  isSafe(): boolean
} {
  let secretKey = newSecretKey()
  let session: LiveSession | undefined
  let membership: Membership | undefined
  let disk: Disk | undefined
  let [refused, seen] = [0, 0]
  const phases: Phases[] = []
  const refusals: string[] = []
  const evil = createEvil(workshop, () => identityOf(secretKey).person)
  onChannel(evil.wired)

  async function optionsOf(peer: LivePeer): Promise<SessionOptions> {
    const assets = createAssets()
    if (peer.storePort !== undefined) disk = await openDisk(workshop.doc, assets, peer.storePort)
    const inMemory = peer.diskMs === undefined ? undefined : memoryDisk(workshop.doc, peer.diskMs)
    return {
      workshop: sharedWorkshop(workshop, assets),
      identity: identityOf(secretKey),
      displayName: peer.name,
      kind: peer.kind ?? 'desktop',
      persisted: disk?.persisted ?? inMemory,
      ownServer: peer.ownServer ? ownServer : undefined,
      ...(peer.standAlone && { standAlone: peer.standAlone }),
      keep(next) {
        membership = next
        disk?.keep({ membership: next, secretKey })
      },
      parts: partsOf(peer, refusals, evil),
      surroundings: machine,
    }
  }

  /** Resolves to how long it took until it was live. */
  async function live(opened: LiveSession): Promise<number> {
    const start = performance.now()
    session = opened
    workshop.signAs(opened.me)
    opened.onRefused(() => refused++)
    let before = opened.others.get()
    opened.others.subscribe(() => {
      const now = opened.others.get()
      for (const [person, shown] of now) if (before.get(person)?.cursor?.[0] !== shown.cursor?.[0]) seen++
      before = now
    })
    return new Promise((resolve, reject) => {
      const look = (): void => {
        const phase = opened.phase.get()
        if (phases.at(-1)?.kind !== phase.kind)
          phases.push({ at: performance.timeOrigin + performance.now(), kind: phase.kind })
        if (phase.kind === 'live') resolve(performance.now() - start)
        if (phase.kind === 'ended') reject(new Error(phase.why))
      }
      opened.phase.subscribe(look)
      look()
    })
  }

  const api: LiveApi = {
    async host(peer: HostPeer) {
      const door = peer.door ?? 'open'
      const doors: Record<Role, 'open' | 'knock'> = { facilitator: door, participant: door, viewer: door }
      const options = await optionsOf(peer)
      addFirstBoard(workshop.doc)
      const lineage = disk?.lineage ?? randomText(16)
      const opened = hostSession({ ...options, name: 'Test', lineage, doors })
      await live(opened)
      return invitationsOf(opened)
    },
    enter: async (invitation, peer) =>
      live(joinSession({ ...(await optionsOf(peer)), hasContent: false, invitation })),
    async reenter(kept, peer) {
      secretKey = peer.secretKey
      const options = await optionsOf(peer)
      const hasContent = workshop.doc.store.clients.size > 0
      return live(rejoinSession({ ...options, hasContent, membership: kept }))
    },
    async comeBack(peer) {
      disk = await openDisk(workshop.doc, createAssets(), peer.storePort)
      if (!disk.kept) throw new Error('This disk has kept no session')
      return api.reenter(disk.kept.membership, { ...peer, secretKey: disk.kept.secretKey })
    },
    membership: () => ({ membership, secretKey }),
    session() {
      if (!session) throw new Error('This peer is in no session')
      return {
        phase: session.phase.get(),
        me: session.me,
        role: session.role.get(),
        members: session.members.get(),
        safety: session.safety.get(),
        others: [...session.others.get().keys()],
        refused,
        refusals,
        seen,
      }
    },
    phases: () => phases,
    attack: evil.attack,
  }
  return {
    api,
    show: (step) => session?.show({ cursor: [step, step] }),
    isSafe: () => session?.safety.get().safe === true,
    end: async () => session?.leave(),
  }
}

function invitationsOf(session: LiveSession): Record<Role, Invitation> {
  const found = session.invitations().map(({ invitation }) => [invitation.role, invitation] as const)
  const all = Object.fromEntries(found) as Partial<Record<Role, Invitation>>
  for (const role of ROLES) if (!all[role]) throw new Error(`There is no invitation for a ${role}`)
  return all as Record<Role, Invitation>
}

const partsOf = (
  { iceServers = [], relayOnly = false, openGate = false }: LivePeer,
  refusals: string[],
  evil: Evil,
): Parts => ({
  createGate: openGate ? acceptAll : createGate,
  createDocSync(options) {
    const sync = createDocSync({
      ...options,
      onRefused: ({ certificate }, why) => refusals.push(`${certificate.name}: ${why}`),
    })
    return {
      ...sync,
      attach(link, ...rest) {
        const line = sync.attach(link, ...rest)
        evil.linked(link as Link)
        const receive = line.receive.bind(line)
        line.receive = (message) => {
          evil.heard(message)
          receive(message)
        }
        return line
      },
    }
  },
  createImageSync: () => ({
    hasMine: () => true,
    attach: () => ({ receive() {}, drained() {}, end() {} }),
    progress: createStore({ missing: 0, have: 0, of: 0 }),
    beat() {},
    dispose() {},
  }),
  createPresenceLines,
  openMesh: ({ onLink, ...options }) =>
    createMesh({
      ...options,
      iceServers,
      relayOnly,
      onLink: (link, _peer, carrier) => onLink(link, carrier),
    }),
})

const ownServer: OwnServer = {
  open: (room: RoomId) => window.openOwnServer?.(room) ?? Promise.resolve(undefined),
  close: () => Promise.resolve(),
  onBack: () => () => undefined,
}

const acceptAll: Parts['createGate'] = () => ({
  admit: (update) => ({ kind: 'accepted', update }),
  claim: () => true,
})

/** Says of every edit that it is on the disk, so long after it was made or arrived. */
function memoryDisk(doc: Y.Doc, delay: number): Store<string | undefined> {
  const persisted = createStore<string | undefined>(undefined)
  const save = (): void => {
    const vector = toBase64url(encodedProgress(doc))
    setTimeout(() => persisted.set(vector), delay)
  }
  doc.on('update', save)
  save()
  return persisted
}
