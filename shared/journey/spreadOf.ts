import type { Emotion } from './entities.ts'

/** What a group said, each from -2 to +2: how often what was said, and the median (the lower of two in the middle). */
export function spreadOf(said: readonly number[]): {
  readonly middle: number | undefined
  readonly counts: ReadonlyMap<Emotion, number>
} {
  const counts = new Map<Emotion, number>()
  for (const one of said) counts.set(one as Emotion, (counts.get(one as Emotion) ?? 0) + 1)
  return { middle: said.toSorted((a, b) => a - b)[Math.floor((said.length - 1) / 2)], counts }
}
