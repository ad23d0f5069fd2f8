import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { ClaimingGate, GateOptions } from '../../../shared/session/gate/createGate.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { Link } from '../../../shared/session/link.ts'
import type { Pipe } from '../../../shared/session/pipe.ts'
import type { DocSync, DocSyncOptions } from '../docSync.ts'
import type { ImageSync, ImageSyncOptions } from '../../../shared/session/images/imageSync.ts'
import type { Carrier } from '../mesh/carrier.ts'
import type { PresenceLines, PresenceLinesOptions } from '../presenceLines.ts'

/** What connects desktop peers directly. */
export interface MeshLines {
  setSignalling(addresses: readonly string[]): void
  setSecret(secret: string): void
  dispose(): Promise<void>
}

export interface MeshLinesOptions {
  readonly room: RoomId
  readonly secret: string
  readonly signalling: readonly string[]
  readonly doc: Y.Doc
  readonly awareness: Awareness
  readonly makeLink: (pipe: Pipe) => Link
  /** A link that has been proven, and how y-webrtc takes part in it. */
  readonly onLink: (link: Link, carrier: Carrier | undefined) => void
}

/** What a session is put together from; simulations leave some of it out. */
export interface Parts {
  readonly createGate: (options: GateOptions) => ClaimingGate
  readonly createDocSync: (options: DocSyncOptions) => DocSync
  readonly createImageSync: (options: ImageSyncOptions) => ImageSync
  readonly createPresenceLines: (options: PresenceLinesOptions) => PresenceLines
  /** Nothing where there are no direct lines between desktop peers. */
  readonly openMesh: ((options: MeshLinesOptions) => MeshLines) | undefined
}
