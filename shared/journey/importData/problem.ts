/** What can be the matter with a row of an imported table. */
export const PROBLEMS = [
  'broken',
  'noPeriod',
  'badPeriod',
  'noValue',
  'badNumber',
  'noName',
  'noSize',
  'tooMany',
  'noText',
  'cut',
  'badRating',
  'badSentiment',
] as const
export type ProblemKind = (typeof PROBLEMS)[number]

/** All rows of a table with which the same is the matter. */
export interface Problem {
  readonly kind: ProblemKind
  /** The column it is about, from 0. */
  readonly column?: number
  readonly count: number
  /** The first of them, as spreadsheets count: the row of names is 1. */
  readonly rows: readonly number[]
  /** What stood in the first one. */
  readonly cell: string
}

/** Rows that are named, of those with the same problem. */
const SHOWN = 5
/** Longest part of a cell that is quoted, UTF-16 units. */
const MOST_QUOTED = 40

/** Collects problems, the same kind in the same column as one. */
export interface ProblemList {
  /** @param row as spreadsheets count */
  add(kind: ProblemKind, row: number, column?: number, cell?: string): void
  all(): readonly Problem[]
}

export function createProblems(): ProblemList {
  const found = new Map<
    string,
    { kind: ProblemKind; column?: number; count: number; rows: number[]; cell: string }
  >()
  return {
    add(kind, row, column, cell = '') {
      const key = `${kind} ${column ?? ''}`
      const known = found.get(key)
      if (known) {
        known.count += 1
        if (known.rows.length < SHOWN) known.rows.push(row)
      } else
        found.set(key, {
          kind,
          ...(column !== undefined && { column }),
          count: 1,
          rows: [row],
          cell: cell.trim().slice(0, MOST_QUOTED),
        })
    },
    all: () => [...found.values()],
  }
}
