import type { EngineMembership } from '../../../shared/session/engine/engineMembership.ts'
import type { SessionOptions } from '../live/sessionOptions.ts'

/** What a session in an engine needs of the window. */
export interface EngineSessionOptions extends Pick<
  SessionOptions,
  'workshop' | 'identity' | 'displayName' | 'persisted' | 'allow' | 'kind'
> {
  readonly surroundings: Pick<SessionOptions['surroundings'], 'clock' | 'date'>
  readonly keep?: ((membership: EngineMembership) => void) | undefined
  /** Of the file that is open here; nothing in a browser. */
  readonly lineage?: string | undefined
}
