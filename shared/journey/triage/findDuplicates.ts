import { foldText } from '../../util/foldText.ts'

/** Feedback that says nearly the same as one that is kept. */
export interface DuplicateGroup<Id extends string> {
  readonly keep: Id
  /** `likeness` is 1 for the very same words, in whatever case and punctuation. */
  readonly others: readonly { readonly id: Id; readonly likeness: number }[]
}

/** From here on two texts count as nearly the same: the share of three-word runs that both have. */
const ALIKE = 0.6
const RUN = 3
/** Runs that more texts than this share tell nothing: thanks, greetings. */
const MOST_SHARED = 60

/**
 * Which texts say the same: the very same words, or nearly so, by the runs of three words that they share. Each group
 * is around the first of them, and each text is in one group at most. Takes time by the number of words.
 */
export function findDuplicates<Id extends string>(
  texts: readonly { readonly id: Id; readonly text: string }[],
): readonly DuplicateGroup<Id>[] {
  const words = texts.map(({ text }) => wordsIn(text))
  const runs = words.map(runsOf)
  const byWords = new Map<string, number[]>()
  const byRun = new Map<string, number[]>()
  words.forEach((own, index) => {
    addTo(byWords, own.join(' '), index)
    for (const run of runs[index] ?? []) addTo(byRun, run, index)
  })
  const taken = new Set<number>()
  return texts.flatMap(({ id }, index): DuplicateGroup<Id>[] => {
    if (taken.has(index) || words[index]?.length === 0) return []
    taken.add(index)
    const others: { readonly id: Id; readonly likeness: number }[] = []
    const same = byWords.get((words[index] ?? []).join(' ')) ?? []
    for (const [other, likeness] of [...same.map((one) => [one, 1] as const), ...near(index, runs, byRun)]) {
      const found = texts[other]
      if (!found || taken.has(other)) continue
      taken.add(other)
      others.push({ id: found.id, likeness })
    }
    return others.length === 0 ? [] : [{ keep: id, others }]
  })
}

/** Words as they are compared: without case, accents and punctuation. */
const wordsIn = (text: string): readonly string[] => foldText(text).text.match(/[\p{L}\p{N}]+/gu) ?? []

function runsOf(words: readonly string[]): ReadonlySet<string> {
  const runs = new Set<string>()
  for (let from = 0; from + RUN <= words.length; from++) runs.add(words.slice(from, from + RUN).join(' '))
  return runs
}

/** The texts that share enough with one, the most alike first. */
function near(
  index: number,
  runs: readonly ReadonlySet<string>[],
  byRun: ReadonlyMap<string, readonly number[]>,
): readonly (readonly [index: number, likeness: number])[] {
  const own = runs[index] ?? new Set()
  const shared = new Map<number, number>()
  for (const run of own) {
    const having = byRun.get(run) ?? []
    if (having.length > MOST_SHARED) continue
    for (const other of having) if (other !== index) shared.set(other, (shared.get(other) ?? 0) + 1)
  }
  return [...shared]
    .map(([other, count]) => [other, count / (own.size + (runs[other]?.size ?? 0) - count)] as const)
    .filter(([, likeness]) => likeness >= ALIKE)
    .toSorted((a, b) => b[1] - a[1])
}

function addTo(map: Map<string, number[]>, key: string, index: number): void {
  const found = map.get(key)
  if (found) found.push(index)
  else map.set(key, [index])
}
