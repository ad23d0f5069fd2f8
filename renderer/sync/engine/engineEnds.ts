import type { SessionEnd } from '../liveSession.ts'

/** What a refusal of the engine means for a session. */
export const ENGINE_ENDS = {
  removed: 'removed',
  ended: 'ended',
  locked: 'locked',
  'old-invitation': 'old-invitation',
  refused: 'refused',
  full: 'full',
  clock: 'refused',
  stranger: 'no-roles',
} as const satisfies Record<string, SessionEnd>
