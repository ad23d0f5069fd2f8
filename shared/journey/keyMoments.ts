import type { Evidence, Step } from './entities.ts'
import { EVIDENCE } from './entities.ts'

/**
 * What makes a step a key moment. The score is the product of the parts, each at least 1, so that none of them alone
 * silences the others: a bad mood (1 for +2 to 5 for -2, 3 where nobody has said), importance (1 to 5, 3 where nobody
 * has said), votes (one more than there are) and evidence (1 assumed to 4 measured).
 */
export interface MomentParts {
  readonly mood: number
  readonly importance: number
  readonly votes: number
  readonly evidence: number
}

export interface RankedMoment {
  readonly step: Step
  readonly parts: MomentParts
  readonly score: number
  /** By the formula alone, from 1. */
  readonly computed: number
  /** Where it stands, from 1: where the group has put it, or else where the formula does. */
  readonly rank: number
}

/** The steps by how much they matter, most first. `votesFor` are votes given elsewhere, such as stamps on its notes. */
export function rankMoments(
  steps: readonly Step[],
  votesFor: (step: Step) => number = () => 0,
): readonly RankedMoment[] {
  const scored = steps
    .map((step) => {
      const parts = partsOf(step, votesFor(step))
      return { step, parts, score: parts.mood * parts.importance * parts.votes * parts.evidence }
    })
    // Of equal scores the earlier step comes first: sorting keeps their order.
    .toSorted((a, b) => b.score - a.score)
    .map((one, index) => ({ ...one, computed: index + 1 }))
  return overruled(scored).map((one, index) => ({ ...one, rank: index + 1 }))
}

const partsOf = (step: Step, votes: number): MomentParts => ({
  mood: 3 - (step.emotion ?? 0),
  importance: step.importance ?? 3,
  votes: 1 + step.votes + votes,
  evidence: weightOf(step.evidence),
})

const weightOf = (evidence: Evidence | undefined): number =>
  evidence === undefined ? 1 : EVIDENCE.indexOf(evidence) + 1

/** Those that the group has put somewhere go there; all others fill the places between, in their order. */
function overruled<T extends { readonly step: Step }>(scored: readonly T[]): readonly T[] {
  const free = scored.filter(({ step }) => !step.overruled)
  const placed = scored
    .filter(({ step }) => step.overruled)
    .toSorted((a, b) => (a.step.overruled?.rank ?? 0) - (b.step.overruled?.rank ?? 0))
  const result = [...free]
  for (const one of placed) result.splice((one.step.overruled?.rank ?? 1) - 1, 0, one)
  return result
}
