import type { PeerKind } from '../../../shared/session/certificate.ts'
import type { Identity } from '../../../shared/session/identity.ts'
import type { RoomId } from '../../../shared/session/ids.ts'
import type { Membership } from '../../../shared/session/membership.ts'
import type { Dispose, Store } from '../../../shared/util/store.ts'
import type { ServerAccess } from './hostSide.ts'
import type { Parts } from './parts.ts'
import type { SharedWorkshop } from './sharedWorkshop.ts'
import type { Surroundings } from './surroundings.ts'

/** This computer's own server, by way of main. */
export interface OwnServer {
  /** Nothing if it cannot be started. */
  open(room: RoomId): Promise<ServerAccess | undefined>
  close(room: RoomId): Promise<void>
  /** It was started again, or has other addresses. */
  onBack(listener: (room: RoomId, access: ServerAccess) => void): Dispose
}

/** What starting and joining have in common. */
export interface SessionOptions {
  readonly workshop: SharedWorkshop
  readonly identity: Identity
  /** What this person wants to be called. */
  readonly displayName: string
  /** State vector of what is on this computer's disk, base64url; nothing in a browser. */
  readonly persisted?: Store<string | undefined> | undefined
  readonly ownServer?: OwnServer | undefined
  /** A stand-alone server where this person may open rooms. */
  readonly standAlone?: { readonly origin: string; readonly key: string } | undefined
  /** Called before servers are spoken to, with all that may be. */
  readonly allow?: ((origins: readonly string[]) => void) | undefined
  /** Called whenever what is needed to come back has changed. */
  readonly keep?: ((membership: Membership) => void) | undefined
  readonly kind: PeerKind
  readonly parts: Parts
  /** The machine, unless a simulation brings its own. */
  readonly surroundings: Surroundings
}
