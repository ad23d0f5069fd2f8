/** Where a session runs: on this computer for its network, by way of a server of the team, or in an engine for many. */
export type Where = 'room' | 'server' | 'engine'

/** What is offered by now. */
export const WHERES: readonly Where[] = ['room', 'server']
