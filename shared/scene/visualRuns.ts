import bidiFactory from 'bidi-js'
import { runsOf } from '../model/markRuns.ts'
import type { Mark } from '../model/marks.ts'
import type { Direction } from './ops.ts'

/** A part of a line that looks the same and reads in one direction. */
export interface VisualRun {
  readonly text: string
  readonly direction: Direction
  readonly look: Mark
}

const bidi = bidiFactory()

/**
 * The runs of a marked line from left to right (UAX #9): a line is painted in one go where it looks the same all
 * along, but where looks change in the middle, the order of its parts has to be known.
 */
export function visualRuns(line: string, marks: readonly Mark[], direction: Direction): readonly VisualRun[] {
  const found = bidi.getEmbeddingLevels(line, direction)
  const { levels } = found
  const runs = runsOf(marks, 0, line.length).flatMap((run) => byLevel(run, levels))
  const places = new Map(bidi.getReorderedIndices(line, found).map((index, place) => [index, place]))
  return runs
    .toSorted((a, b) => (places.get(a.from) ?? 0) - (places.get(b.from) ?? 0))
    .map(({ from, to, level, look }) => ({
      text: joined(line, from, to),
      direction: level % 2 === 1 ? ('rtl' as const) : ('ltr' as const),
      look,
    }))
}

interface LevelRun {
  readonly from: number
  readonly to: number
  readonly level: number
  readonly look: Mark
}

/** Parts of a run with one embedding level each. */
function byLevel(run: Mark, levels: Uint8Array): LevelRun[] {
  const parts: LevelRun[] = []
  for (let from = run.from; from < run.to;) {
    const level = levels[from] ?? 0
    let to = from + 1
    while (to < run.to && levels[to] === level) to++
    parts.push({ from, to, level, look: run })
    from = to
  }
  return parts
}

const CURSIVE = /[\p{Script=Arabic}\p{Script=Syriac}]/u
const JOINER = '\u200d'

/** Letters of cursive scripts keep their joined forms where a word changes its look in the middle. */
function joined(line: string, from: number, to: number): string {
  const joins = (at: number) => CURSIVE.test(line[at - 1] ?? '') && CURSIVE.test(line[at] ?? '')
  return `${from > 0 && joins(from) ? JOINER : ''}${line.slice(from, to)}${joins(to) ? JOINER : ''}`
}
