import { z } from 'zod'
import { personId } from './ids.ts'

const on = z.string().min(1).max(64)

/**
 * What one person says about one thing, in the root `ballots`. Its key is `ballotKey`, so that everybody has one say, can
 * change it, and the gate sees at a glance whose it is.
 */
export const ballot = z.discriminatedUnion('kind', [
  /** How a step feels, from -2 (awful) to +2 (wonderful). */
  z.object({
    v: z.literal(1),
    kind: z.literal('feel'),
    by: personId,
    on,
    feeling: z.number().int().min(-2).max(2),
  }),
  /** A moment that matters. */
  z.object({ v: z.literal(1), kind: z.literal('vote'), by: personId, on }),
])
export type Ballot = z.infer<typeof ballot>
export type BallotKind = Ballot['kind']

export const ballotKey = ({ by, kind, on: what }: Pick<Ballot, 'by' | 'kind' | 'on'>): string =>
  `${by}:${kind}:${what}`
