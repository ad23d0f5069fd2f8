/**
 * The root maps of a workshop's Y.Doc, each from id to a Y.Map of fields. The journey's entities have their places
 * already: a root's name is part of the file format and is never used for anything else.
 */
export const ROOTS = [
  'workshop',
  'boards',
  'shapes',
  'journeys',
  'stages',
  'steps',
  'lanes',
  'links',
  'personas',
  'channels',
  'touchpoints',
  'teams',
  'metrics',
  'moments',
  'feedback',
  'gaps',
  'agenda',
  'votes',
  'ballots',
] as const

export type RootName = (typeof ROOTS)[number]
