import type { Problem } from '../../shared/journey/importData/problem.ts'
import type { ReadTable } from './readTable.ts'

/** The problems of a table, with the quotes that are never closed in front. */
export function withBroken(problems: readonly Problem[], { broken }: ReadTable): readonly Problem[] {
  if (broken.length === 0) return problems
  const rows = broken.slice(0, 5).map((row) => row + 1)
  return [{ kind: 'broken', count: broken.length, rows, cell: '' }, ...problems]
}
