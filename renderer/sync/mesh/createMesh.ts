import type { Awareness } from 'y-protocols/awareness'
import { WebrtcProvider, type WebrtcConn } from 'y-webrtc'
import type * as Y from 'yjs'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { LinkPeer } from '../../../shared/session/link.ts'
import { linkedConnection } from './linkedConnection.ts'
import type { ChannelRules, LinkedChannel } from './linkedChannel.ts'
import { meshNames } from './meshKeys.ts'
import { createMeshSignalling } from './meshSignalling.ts'
import { tameRoom } from './tameRoom.ts'
import { createWatchdog } from './watchdog.ts'

export interface MeshOptions extends ChannelRules {
  readonly room: RoomId
  /** Of the epoch now, base64url. */
  readonly secret: string
  /** Addresses of signalling servers, whole: `ws://192.168.1.5:4242/signal?room=…&token=…`. */
  readonly signalling: readonly string[]
  readonly doc: Y.Doc
  readonly awareness: Awareness
  /** STUN and TURN servers; nobody is asked unless the user has configured them. */
  readonly iceServers?: readonly RTCIceServer[]
  /** Never show own addresses to peers: only by way of a TURN server. */
  readonly relayOnly?: boolean
}

/** A connection to another window, or an attempt at one. */
export interface MeshConnection {
  /** What y-webrtc calls that window: a random id. */
  readonly id: string
  /** Once proven. */
  readonly peer: LinkPeer | undefined
  readonly state: RTCDataChannelState
}

/**
 * The desktop peers of one session: an unmodified y-webrtc connects every window with every other over WebRTC, and our links
 * run between it and the data channels (see `Carrier`). Made for about 12 people who edit: each window sends each of its
 * edits to all others.
 */
export interface Mesh {
  /** Peers find each other by way of these from now on. Connections that there are stay. */
  setSignalling(addresses: readonly string[]): void
  /** A new epoch: who has only the old secret finds nobody any more. Connections that there are stay. */
  setSecret(secret: string): void
  connections(): readonly MeshConnection[]
  /** Says good-bye and resolves once all is closed. The awareness forgets this window's state. */
  dispose(): Promise<void>
}

/** Never less: y-webrtc's limit splits a room into cliques that do not know of each other. */
const MOST_CONNECTIONS = 64
const BEAT_MS = 500
/** A beat that comes so late means that the machine was asleep. ms */
const ASLEEP_MS = 10_000
/** How long the last messages may take to leave, ms. */
const FAREWELL_MS = 300

/** y-webrtc refuses a second room of the same name in one window, and too late to be caught. */
const rooms = new Set<RoomId>()

/** simple-peer's private name for its connection; a test sees that it is there. */
interface SimplePeer {
  readonly _pc: RTCPeerConnection | null
}

/** Joins this window to the mesh of a session. Needs a secure context. Throws if the window is in that mesh already. */
export function createMesh(options: MeshOptions): Mesh {
  const { room } = options
  if (rooms.has(room)) throw new Error('This window is in that session already')
  rooms.add(room)
  const channels = new WeakMap<RTCPeerConnection, LinkedChannel>()
  const names = meshNames(room, options.secret)
  const provider = new WebrtcProvider(room, options.doc, {
    // Its name stays the same in all epochs: signalling lines call the room by the topic of the epoch.
    password: names.password,
    signaling: [...options.signalling],
    awareness: options.awareness,
    maxConns: MOST_CONNECTIONS,
    peerOpts: peerOptions(
      options,
      {
        ...options,
        onProof: (connection, proven) => {
          const found = Array.from(provider.room?.webrtcConns ?? []).find(
            ([, conn]) => connectionOf(conn) === connection,
          )
          if (found) signalling.proved(found[0], proven)
        },
      },
      channels,
    ),
  })
  const channelOf = (conn: WebrtcConn): LinkedChannel | undefined => {
    const connection = connectionOf(conn)
    return connection && channels.get(connection)
  }
  const connOf = (id: string): WebrtcConn | undefined => provider.room?.webrtcConns.get(id)
  const signalling = createMeshSignalling({
    provider,
    names,
    peerNow: (id) => ({ known: connOf(id) !== undefined, offered: hasOffered(connOf(id)) }),
    giveUp: (id) => connOf(id)?.destroy(),
  })
  const watchdog = createWatchdog({
    stateOf: (conn) => channelOf(conn)?.readyState,
    wasAnswered: (conn) => !hasOffered(conn),
  })
  void Promise.resolve(provider.key).then(() => {
    if (!provider.room || disposing) return
    tameRoom(provider.room)
    signalling.begin(provider.room)
  })

  let beatAt = performance.now()
  const beat = setInterval(() => {
    const now = performance.now()
    if (now - beatAt > ASLEEP_MS) signalling.wake()
    beatAt = now
    signalling.beat()
    watchdog.beat(provider.room?.webrtcConns ?? new Map(), now)
  }, BEAT_MS)
  window.addEventListener('online', signalling.wake)
  window.addEventListener('pagehide', leave)

  let disposing: Promise<void> | undefined
  const dispose = (): Promise<void> => (disposing ??= end())
  async function end(): Promise<void> {
    clearInterval(beat)
    signalling.dispose()
    for (const conn of provider.room?.webrtcConns.values() ?? []) channelOf(conn)?.finish()
    if (provider.room && provider.room.webrtcConns.size > 0)
      await new Promise((resolve) => setTimeout(resolve, FAREWELL_MS))
    leave()
    await provider.key
    rooms.delete(room)
  }
  /** At once. In this order: a provider that is destroyed while connected calls those who stay, and they wait for ever. */
  function leave(): void {
    window.removeEventListener('online', signalling.wake)
    window.removeEventListener('pagehide', leave)
    signalling.dispose()
    provider.disconnect()
    provider.destroy()
  }

  return {
    setSignalling: signalling.setAddresses,
    setSecret: (secret) => signalling.setNames(meshNames(room, secret)),
    connections: () =>
      Array.from(provider.room?.webrtcConns ?? [], ([id, conn]) => {
        const channel = channelOf(conn)
        return { id, peer: channel?.peer, state: channel?.readyState ?? 'connecting' }
      }),
    dispose,
  }
}

const connectionOf = (conn: WebrtcConn): RTCPeerConnection | undefined =>
  (conn.peer as SimplePeer)._pc ?? undefined

const hasOffered = (conn: WebrtcConn | undefined): boolean =>
  conn !== undefined && connectionOf(conn)?.signalingState === 'have-local-offer'

/** What y-webrtc gives to simple-peer. */
function peerOptions(
  { iceServers = [], relayOnly }: MeshOptions,
  rules: ChannelRules,
  channels: WeakMap<RTCPeerConnection, LinkedChannel>,
): object {
  return {
    config: { iceServers, ...(relayOnly && { iceTransportPolicy: 'relay' }) },
    channelConfig: { negotiated: true },
    wrtc: {
      RTCPeerConnection: linkedConnection(rules, (connection, channel) => channels.set(connection, channel)),
      RTCSessionDescription,
      RTCIceCandidate,
    },
  }
}
