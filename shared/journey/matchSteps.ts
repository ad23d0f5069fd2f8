import type { Step } from './entities.ts'
import type { StepId } from './ids.ts'

/**
 * The steps of two versions of a journey that are one and the same, as pairs of one of `steps` and one of `others`. A
 * step names those that it was made from; where it names none that is still there, what both were made from tells. A
 * step that was split or merged is in several pairs.
 */
export function matchSteps(
  steps: readonly Step[],
  others: readonly Step[],
): readonly (readonly [Step, Step])[] {
  const pairs: (readonly [Step, Step])[] = []
  const [met, metOthers] = [new Set<Step>(), new Set<Step>()]
  const { named, related } = lookUp(others)
  for (const step of steps)
    for (const other of named(step)) {
      pairs.push([step, other])
      met.add(step)
      metOthers.add(other)
    }
  for (const step of steps)
    for (const other of related(step)) if (!met.has(step) || !metOthers.has(other)) pairs.push([step, other])
  return pairs
}

/** No step is made of more, or more made of it: what peers send may claim that all are one. */
const MOST_KIN = 50

interface LookUp {
  /** Those that a step was made from, or that were made from it, in order. */
  readonly named: (step: Step) => readonly Step[]
  /** Those that were made from the same, in order. */
  readonly related: (step: Step) => readonly Step[]
}

function lookUp(others: readonly Step[]): LookUp {
  const byId = new Map(others.map((other) => [other.id, other]))
  const rank = new Map(others.map((other, index) => [other, index]))
  const byOrigin = new Map<StepId, Step[]>()
  for (const other of others)
    for (const origin of new Set(other.origins)) {
      const kin = byOrigin.get(origin)
      if (!kin) byOrigin.set(origin, [other])
      else if (kin.length < MOST_KIN) kin.push(other)
    }
  const from = (origin: StepId): readonly Step[] => byOrigin.get(origin) ?? []
  const inOrder = (found: readonly Step[]): readonly Step[] =>
    [...new Set(found)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0)).slice(0, MOST_KIN)
  return {
    named: ({ id, origins }) =>
      inOrder([...origins.flatMap((origin) => byId.get(origin) ?? []), ...from(id)]),
    related: ({ origins }) => inOrder(origins.flatMap(from)),
  }
}
