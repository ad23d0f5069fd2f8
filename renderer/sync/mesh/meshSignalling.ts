import type { Room, SignalingConn, WebrtcProvider } from 'y-webrtc'
import type { Dispose } from '../../../shared/util/store.ts'
import { signallingKey, type MeshNames } from './meshKeys.ts'
import { createScreen, type PeerNow, type Screen } from './screenSignal.ts'
import { openSignal, sealSignal, type Signal } from './sealedSignal.ts'
import { signallingLine, type SignallingLine } from './signallingLine.ts'
import { leaveWindows } from './tameRoom.ts'

/** How the windows of a mesh find each other: y-webrtc's lines to signalling servers, and what it hears from them. */
export interface MeshSignalling {
  /** y-webrtc has made its room. */
  begin(room: Room): void
  setAddresses(addresses: readonly string[]): void
  setNames(names: MeshNames): void
  /** This peer proved itself over a connection, or this side ended the connection because it did not. */
  proved(peerId: string, itself: boolean): void
  /** Lets everybody know that this window is here, who answer if they have no connection to it. */
  announce(): void
  beat(): void
  /** The network has changed, or the machine was asleep: lines are dead more often than they know. */
  wake(): void
  dispose: Dispose
}

export interface SignallingParts {
  readonly provider: WebrtcProvider
  readonly names: MeshNames
  peerNow(peerId: string): PeerNow
  /** Ends what connection there is to a peer. */
  giveUp(peerId: string): void
}

/** Several reasons to announce are one. ms */
const SOON_MS = 30
/** Who was missed all the same is found in the end: a window announces itself every so often. ms */
const AGAIN_MS = 10_000
/** Most messages that are remembered, so as not to be heard again. */
const MOST_HEARD = 4096

export function createMeshSignalling({ provider, ...parts }: SignallingParts): MeshSignalling {
  const lines = new Map<SignalingConn, SignallingLine>()
  let { names } = parts
  let wanted = names
  let room: Room | undefined
  let screen: Screen | undefined
  let heard = new Set<string>()
  let announcing: ReturnType<typeof setTimeout> | undefined
  let announcedAt = performance.now()

  function dress(): void {
    for (const conn of provider.signalingConns as SignalingConn[])
      if (!lines.has(conn)) lines.set(conn, signallingLine(conn, rules))
  }
  function sendOn(frame: object): void {
    for (const line of lines.values()) line.send(frame)
  }

  const rules = {
    room: provider.roomName,
    topic: () => names.topic,
    sendElsewhere: sendOn,
    async admit(data: string) {
      if (!room || !screen || heard.has(data)) return false
      // Nothing is heard twice, also if a server plays it again.
      if (heard.size >= MOST_HEARD) heard = new Set()
      heard.add(data)
      const message = await openSignal(data, room.key)
      return message !== undefined && hear(message, screen)
    },
  }

  async function hear(message: Signal, judge: Screen): Promise<boolean> {
    const verdict = judge.judge(message, parts.peerNow(message.from))
    if (verdict === 'announce') announce()
    if (verdict !== 'replace') return verdict === 'pass'
    parts.giveUp(message.from)
    // simple-peer ends in a microtask of its own.
    await new Promise<void>((resolve) => setTimeout(resolve))
    return !parts.peerNow(message.from).known
  }

  function announce(): void {
    announcing ??= setTimeout(() => {
      announcing = undefined
      void announceNow()
    }, SOON_MS)
  }
  async function announceNow(): Promise<void> {
    if (!room) return
    announcedAt = performance.now()
    const { topic } = names
    const data = await sealSignal({ type: 'announce', from: room.peerId }, room.key)
    if (topic === names.topic) sendOn({ type: 'publish', topic, data })
  }

  /** Names and key change together: nothing of one epoch is said under the name of another. */
  async function takeNames(next: MeshNames): Promise<void> {
    wanted = next
    if (!room || next.topic === names.topic) return
    const key = await signallingKey(next.password, room.name)
    if (wanted !== next) return
    const before = names.topic
    names = next
    room.key = key
    sendOn({ type: 'unsubscribe', topics: [before] })
    sendOn({ type: 'subscribe', topics: [next.topic] })
    announce()
  }

  dress()
  return {
    begin(made) {
      room = made
      screen = createScreen(made.peerId, () => performance.now())
      void takeNames(wanted)
    },
    setAddresses(addresses) {
      provider.signalingUrls = [...addresses]
      // Adds those that are new, announces this window again, and leaves all else as it is.
      provider.connect()
      if (room) leaveWindows(room)
      dress()
      for (const conn of lines.keys()) {
        // Those that are not wanted are only put to rest: y-webrtc would find a destroyed one again if it came back.
        if (addresses.includes(conn.url)) conn.connect()
        else conn.disconnect()
      }
    },
    setNames: (next) => void takeNames(next),
    proved: (peerId, itself) => screen?.proved(peerId, itself),
    announce,
    beat() {
      const now = performance.now()
      for (const line of lines.values()) line.beat(now)
      if (now - announcedAt > AGAIN_MS) announce()
    },
    wake() {
      for (const line of lines.values()) line.reset()
    },
    dispose() {
      screen = undefined
      clearTimeout(announcing)
      for (const line of lines.values()) line.dispose()
    },
  }
}
