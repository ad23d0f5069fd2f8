import { Server, type Configuration } from '@hocuspocus/server'
import type { Socket } from 'node:net'
import { onTestFinished } from 'vitest'
import { createEngine, type EngineOptions } from '../../electron/engine/createEngine.ts'
import { joinOnEngine, rejoinOnEngine, startOnEngine } from '../../renderer/sync/engine/engineSession.ts'
import type { LiveSession } from '../../renderer/sync/liveSession.ts'
import { sharedWorkshop } from '../../renderer/sync/live/sharedWorkshop.ts'
import { machine } from '../../renderer/sync/live/surroundings.ts'
import type { Asset, AssetHash, Assets } from '../../shared/model/asset.ts'
import { newShapeId, FIRST_BOARD, type ShapeId } from '../../shared/model/ids.ts'
import { addFirstBoard, createDocument, openWorkshop, type Workshop } from '../../shared/model/workshop.ts'
import type { PeerKind } from '../../shared/session/certificate.ts'
import type { EngineMembership } from '../../shared/session/engine/engineMembership.ts'
import { identityOf, newSecretKey, type Identity } from '../../shared/session/identity.ts'
import type { Invitation } from '../../shared/session/invitation.ts'
import type { Role } from '../../shared/session/role.ts'
import type { Store } from '../../shared/util/store.ts'
import { assetOf } from './testAsset.ts'
import { until } from './until.ts'
import { noteAt } from './noteAt.ts'

/** Images of one workshop, in memory. */
function heldAssets(): Assets {
  const held = new Map<AssetHash, Asset>()
  const listeners = new Set<(hash: AssetHash) => void>()
  return {
    async add(content) {
      const asset = assetOf(content.bytes)
      held.set(asset.hash, { ...content, hash: asset.hash })
      for (const listener of listeners) listener(asset.hash)
      return asset.hash
    },
    bytesOf: async (hash) => held.get(hash),
    lacking: async (hashes) => [...hashes].filter((hash) => !held.has(hash)),
    onAdded(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export interface TestEngine {
  /** `http://127.0.0.1:…` */
  readonly origin: string
  readonly server: Server
  stop(): Promise<void>
}

/** A real Hocuspocus server on this machine, with our extension unless a test wants one without. */
export async function testEngine(
  options: { readonly stock?: boolean; readonly port?: number } & Partial<EngineOptions> = {},
): Promise<TestEngine> {
  const { stock = false, port = 0, ...more } = options
  const engine = createEngine({ now: () => performance.now(), date: () => Date.now(), ...more })
  const configuration: Partial<Configuration> = { quiet: true, extensions: stock ? [] : [engine] }
  const server = new Server({ ...configuration, port, address: '127.0.0.1', stopOnSignals: false })
  const sockets = new Set<Socket>()
  server.httpServer.on('connection', (socket) => sockets.add(socket))
  await server.listen()
  const stop = async (): Promise<void> => {
    for (const socket of sockets) socket.destroy()
    await server.destroy()
  }
  onTestFinished(stop)
  return { origin: `http://127.0.0.1:${server.address.port}`, server, stop }
}

export interface Somebody {
  readonly identity: Identity
  readonly workshop: Workshop
  readonly assets: Assets
  readonly session: LiveSession
  membership(): EngineMembership | undefined
  write(): ShapeId
  notes(): readonly ShapeId[]
}

interface As {
  /** How wrong this computer's clock is, ms. */
  readonly wrong?: number
  readonly persisted?: Store<string | undefined>
  readonly identity?: Identity
  readonly kind?: PeerKind
  readonly lineage?: string
  readonly workshop?: Workshop
}

function somebody(name: string, as: As) {
  const identity = as.identity ?? identityOf(newSecretKey())
  const workshop = as.workshop ?? openWorkshop(createDocument())
  workshop.signAs(identity.person)
  const assets = heldAssets()
  let kept: EngineMembership | undefined
  const options = {
    workshop: sharedWorkshop(workshop, assets),
    identity,
    displayName: name,
    kind: as.kind ?? ('laptop' as const),
    keep: (membership: EngineMembership) => void (kept = membership),
    surroundings: { ...machine, date: () => Date.now() + (as.wrong ?? 0) },
    ...(as.persisted && { persisted: as.persisted }),
    ...(as.lineage !== undefined && { lineage: as.lineage }),
  }
  return {
    options,
    finish(session: LiveSession): Somebody {
      onTestFinished(() => session.leave())
      return {
        identity,
        workshop,
        assets,
        session,
        membership: () => kept,
        write: () => addNote(workshop),
        notes: () => workshop.shapes.all(FIRST_BOARD).map(({ id }) => id),
      }
    },
  }
}

export function addNote(workshop: Workshop): ShapeId {
  const id = newShapeId()
  workshop.change((change) => change.add(noteAt(id, [0, 0], { text: id })))
  return id
}

/** Puts an image of that hash on the board. */
export function addImage(workshop: Workshop, asset: AssetHash): void {
  workshop.change((change) =>
    change.add({
      id: newShapeId(),
      kind: 'image',
      board: FIRST_BOARD,
      geometry: [0, 0, 40, 30, 0],
      order: 'a1',
      asset,
      natural: [40, 30],
      alt: '',
    }),
  )
}

export const LINEAGE = 'ab'.repeat(16)

/** Somebody starts a session in the engine, with a workshop of one board. */
export async function start(engine: Pick<TestEngine, 'origin'>, as: As = {}): Promise<Somebody> {
  const { options, finish } = somebody('Ana', { lineage: LINEAGE, kind: 'desktop', ...as })
  addFirstBoard(options.workshop.doc)
  const who = finish(
    startOnEngine({
      ...options,
      name: 'Kickoff',
      lineage: LINEAGE,
      engine: engine.origin.replace('http', 'ws'),
    }),
  )
  await isLive(who)
  return who
}

export const invitationOf = ({ session }: Somebody, role: Role): Invitation => {
  const way = session.invitations().find(({ invitation }) => invitation.role === role)
  if (!way) throw new Error('Expected an invitation')
  return way.invitation
}

/** Somebody comes by an invitation; not waited for. */
export function join(name: string, invitation: Invitation, as: As = {}): Somebody {
  const { options, finish } = somebody(name, as)
  return finish(joinOnEngine({ ...options, invitation }))
}

export function rejoin(name: string, membership: EngineMembership, as: As): Somebody {
  const { options, finish } = somebody(name, as)
  return finish(rejoinOnEngine({ ...options, membership }))
}

export const isLive = ({ session }: Pick<Somebody, 'session'>): Promise<number> =>
  until(
    () => `live, not ${JSON.stringify(session.phase.get())}`,
    () => session.phase.get().kind === 'live',
  )

export const endOf = async ({ session }: Somebody): Promise<string> => {
  await until(
    () => `an end, not ${session.phase.get().kind}`,
    () => session.phase.get().kind === 'ended',
  )
  const phase = session.phase.get()
  return phase.kind === 'ended' ? phase.why : ''
}
