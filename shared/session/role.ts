import { z } from 'zod'

/** What somebody may do in a session, the most first. */
export const ROLES = ['facilitator', 'participant', 'viewer'] as const
export const role = z.enum(ROLES)
export type Role = z.infer<typeof role>

/**
 * `add`: new notes and drawings, moments, stamps as votes, ballots. `editOwn`: change, move and remove what one added.
 * `editAll`: the same with everybody's. `structure`: boards, sections, storyboards, maps, journeys and what belongs to them.
 * `lead`: admit, remove, change roles, lock, rotate, bring everyone along.
 */
export const PERMISSIONS = ['add', 'editOwn', 'editAll', 'structure', 'lead'] as const
export type Permission = (typeof PERMISSIONS)[number]

const GRANTED: Readonly<Record<Role, readonly Permission[]>> = {
  facilitator: PERMISSIONS,
  participant: ['add', 'editOwn'],
  viewer: [],
}

/** Shown in the interface and enforced by whoever receives an edit: the same table. */
export const may = (who: Role, what: Permission): boolean => GRANTED[who].includes(what)
