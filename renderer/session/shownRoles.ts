import type { Role } from '../../shared/session/role.ts'

/** Roles in the order in which most invitations are needed. */
export const SHOWN_ROLES: readonly Role[] = ['participant', 'viewer', 'facilitator']
