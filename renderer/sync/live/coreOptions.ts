import type { Chain, PeerKind } from '../../../shared/session/certificate.ts'
import type { Identity } from '../../../shared/session/identity.ts'
import type { WayIn } from '../../../shared/session/invitation.ts'
import type { Membership } from '../../../shared/session/membership.ts'
import type { Dispose, Store } from '../../../shared/util/store.ts'
import type { Claim } from './hosting.ts'
import type { Parts } from './parts.ts'
import type { Rules } from './rules.ts'
import type { SessionStores } from './sessionStores.ts'
import type { SharedWorkshop } from './sharedWorkshop.ts'
import type { Surroundings } from './surroundings.ts'

/** What a session begins with once this person is in it. */
export interface CoreOptions {
  readonly surroundings: Surroundings
  readonly parts: Parts
  readonly stores: SessionStores
  readonly identity: Identity
  readonly kind: PeerKind
  readonly chain: Chain
  readonly rules: Rules
  /** The room's own key, with whoever started the session. */
  readonly roomIdentity?: Identity | undefined
  /** The same, to be kept. */
  readonly roomKey?: string | undefined
  /** What the session is called. */
  readonly name: string
  readonly lineage: string
  /** Is the workshop here already, be it an older state of it? */
  readonly hasContent: boolean
  readonly workshop: SharedWorkshop
  /** How far this computer's disk is (`encodedProgress`), base64url; without it there is no disk. */
  readonly persisted?: Store<string | undefined> | undefined
  readonly ways: readonly WayIn[]
  readonly claim: Claim
  /** Where the session may be found, besides what members say. */
  readonly servers: readonly string[]
  /** This window may have to say which servers it speaks to. */
  readonly allow?: ((origins: readonly string[]) => void) | undefined
  /** Run once it is over. */
  readonly onOver: readonly (Dispose | undefined)[]
  readonly keep?: ((membership: Membership) => void) | undefined
}
