import type { Phase } from '../entities.ts'

/** Names of stages to begin with, with when in a customer's dealings they are. The words are the interface's. */
export const STAGE_SETS = {
  stay: [
    ['discover', 'before'],
    ['choose', 'before'],
    ['book', 'before'],
    ['travel', 'during'],
    ['stay', 'during'],
    ['afterwards', 'after'],
  ],
  purchase: [
    ['awareness', 'before'],
    ['consideration', 'before'],
    ['decision', 'before'],
    ['purchase', 'during'],
    ['use', 'during'],
    ['support', 'after'],
    ['loyalty', 'after'],
  ],
  service: [
    ['need', 'before'],
    ['contact', 'before'],
    ['service', 'during'],
    ['followUp', 'after'],
  ],
  phases: [
    ['before', 'before'],
    ['during', 'during'],
    ['after', 'after'],
  ],
} as const satisfies Readonly<Record<string, readonly (readonly [string, Phase])[]>>

export type StageSet = keyof typeof STAGE_SETS
export const STAGE_SET_IDS = Object.keys(STAGE_SETS) as readonly StageSet[]
/** All stages that sets begin with, each once. */
export const STOCK_STAGES = [
  ...new Set(STAGE_SET_IDS.flatMap((set) => STAGE_SETS[set].map(([name]) => name))),
]
