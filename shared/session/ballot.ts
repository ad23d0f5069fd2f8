import { z } from 'zod'
import { stepId } from '../journey/ids.ts'
import { personId } from './ids.ts'

/**
 * What one person says about one step, in the root `ballots`: how it feels (-2 to +2). Its key is `ballotKey`, so that
 * everybody has one say, can change it, and the gate sees at a glance whose it is.
 */
export const ballot = z.object({
  v: z.literal(1),
  by: personId,
  step: stepId,
  feeling: z.number().int().min(-2).max(2),
})
export type Ballot = z.infer<typeof ballot>

export const ballotKey = ({ by, step }: Pick<Ballot, 'by' | 'step'>): string => `${by}:feel:${step}`
