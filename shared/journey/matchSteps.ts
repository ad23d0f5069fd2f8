import type { Step } from './entities.ts'

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
  const pair = (step: Step, other: Step) => pairs.push([step, other])
  for (const step of steps)
    for (const other of others)
      if (step.origins.includes(other.id) || other.origins.includes(step.id)) {
        pair(step, other)
        met.add(step)
        metOthers.add(other)
      }
  for (const step of steps)
    for (const other of others)
      if ((!met.has(step) || !metOthers.has(other)) && shareOrigin(step, other)) pair(step, other)
  return pairs
}

const shareOrigin = (a: Step, b: Step): boolean => a.origins.some((origin) => b.origins.includes(origin))
