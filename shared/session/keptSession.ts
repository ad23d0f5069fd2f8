import { z } from 'zod'
import { engineMembership } from './engine/engineMembership.ts'
import { membership } from './membership.ts'

/** What somebody keeps of a session of either kind to come back to it; one in an engine names that. */
export const keptSession = z.union([engineMembership, membership])
export type KeptSession = z.infer<typeof keptSession>
