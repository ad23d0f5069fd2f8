/** Where a session runs: on this computer for its network, by way of a server of the team, or in an engine for many. */
export const WHERES = ['room', 'server', 'engine'] as const
export type Where = (typeof WHERES)[number]
