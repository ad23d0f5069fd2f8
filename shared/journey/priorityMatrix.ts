import type { RegisterRow } from './register.ts'

/** Impact and effort go from 1 to this. */
export const MOST_SCORE = 5

/** The corners of the matrix: much for little, much for much, little for little, little for much. */
export const QUADRANTS = ['quickWins', 'bigBets', 'fillIns', 'thinkTwice'] as const

/** 1 to 5 each. */
export interface Score {
  readonly impact: number
  readonly effort: number
}

/** A row on the matrix. */
export interface PlacedDot extends Score {
  readonly row: RegisterRow
  /** Where it is, 0 to 1 of the matrix: across from little effort to much, down from much impact to little. */
  readonly at: readonly [x: number, y: number]
}

/** Side of a cell, as a part of the matrix. */
const CELL = 1 / MOST_SCORE

/**
 * Where rows are on the matrix; those of one cell are fanned out. Rows without impact or effort are left out. `named`
 * leaves room for a name after each.
 */
export function placeDots(rows: readonly RegisterRow[], named = false): readonly PlacedDot[] {
  const cells = new Map<string, (Score & { readonly row: RegisterRow })[]>()
  for (const row of rows) {
    const { impact, effort } = row.note
    if (impact === undefined || effort === undefined) continue
    const key = `${impact} ${effort}`
    const found = cells.get(key)
    if (found) found.push({ row, impact, effort })
    else cells.set(key, [{ row, impact, effort }])
  }
  return [...cells.values()].flatMap((dots) => {
    const offsets = fanOut(dots.length, named)
    return dots.map((dot, index): PlacedDot => {
      const [dx, dy] = offsets[index] ?? [0, 0]
      const x = (dot.effort - 0.5 + dx) * CELL
      const y = (MOST_SCORE - dot.impact + 0.5 + dy) * CELL
      return { ...dot, at: [x, y] }
    })
  })
}

/** How far from the middle of a cell a dot with a name is, and how many of them stand one below the other. */
const NAMED = { from: -0.38, down: 4 } as const

/** Places in one cell for so many, as parts of the cell from its middle: in rows as even as can be, or in columns. */
function fanOut(count: number, named: boolean): readonly (readonly [number, number])[] {
  const across = Math.ceil(named ? count / NAMED.down : Math.sqrt(count))
  const down = Math.ceil(count / across)
  const [dx, dy] = [Math.min(0.36, 0.84 / across), Math.min(named ? 0.24 : 0.36, 0.84 / down)]
  return Array.from({ length: count }, (_, index) => {
    const line = Math.floor(index / across)
    const inLine = line === down - 1 ? count - line * across : across
    const place = index % across
    return [named ? NAMED.from + place * dx : (place - (inLine - 1) / 2) * dx, (line - (down - 1) / 2) * dy]
  })
}

/** What it means to let something go there, 0 to 1 of the matrix as in `PlacedDot`. */
export const scoreAt = ([x, y]: readonly [number, number]): Score => ({
  effort: within(Math.floor(x * MOST_SCORE) + 1),
  impact: within(MOST_SCORE - Math.floor(y * MOST_SCORE)),
})

/** One step more or less of either. What has none yet begins in the middle. */
export const moveScore = (
  { impact, effort }: { readonly impact?: number | undefined; readonly effort?: number | undefined },
  by: { readonly impact: number; readonly effort: number },
): Score => ({ impact: within((impact ?? 3) + by.impact), effort: within((effort ?? 3) + by.effort) })

const within = (value: number): number => Math.min(MOST_SCORE, Math.max(1, value))
