import { z } from 'zod'
import { FEEDBACK_ROLES } from '../../shared/journey/importData/feedbackMapping.ts'
import { METRIC_ROLES } from '../../shared/journey/importData/metricMapping.ts'
import { stableId } from '../../shared/journey/importData/stableId.ts'
import { columnsOf, hasHeader, type Rows } from '../../shared/journey/importData/table.ts'
import { pageStorage } from '../platform/pageStorage.ts'

/** What a table can become. */
export const IMPORT_TARGETS = ['notes', 'metrics', 'feedback'] as const
export type ImportTarget = (typeof IMPORT_TARGETS)[number]

const groupUse = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('split') }),
  z.object({ kind: z.literal('together') }),
  z.object({ kind: z.literal('only'), value: z.string() }),
])
const look = z
  .object({
    name: z.string(),
    unit: z.string(),
    better: z.enum(['higher', 'lower']),
    target: z.number(),
    combine: z.enum(['mean', 'sum']),
    fraction: z.boolean(),
    included: z.boolean(),
  })
  .partial()

/** How somebody imported a table with such columns the last time. */
const remembered = z.object({
  target: z.enum(IMPORT_TARGETS),
  metrics: z
    .object({
      mapping: z.object({
        header: z.boolean(),
        roles: z.array(z.enum(METRIC_ROLES)).readonly(),
        size: z.number().int().min(0).nullable(),
        groups: z.record(z.string(), groupUse).readonly(),
      }),
      looks: z.record(z.string(), look).readonly(),
    })
    .optional(),
  feedback: z.object({ header: z.boolean(), roles: z.array(z.enum(FEEDBACK_ROLES)).readonly() }).optional(),
})
export type RememberedTable = z.infer<typeof remembered>

/** Tables are known by the names of their columns; those without names by nothing. */
function keyOf(rows: Rows): string | undefined {
  if (!hasHeader(rows)) return undefined
  const names = columnsOf(rows, true).map(({ name }) => name)
  return stableId('throughline:table:', ...names)
}

type Storing = Pick<Storage, 'getItem' | 'setItem'> | undefined

/** Nothing for tables that were never imported on this computer. */
export function recallTable(rows: Rows, storage: Storing = pageStorage()): RememberedTable | undefined {
  const key = keyOf(rows)
  if (key === undefined) return undefined
  try {
    return remembered.parse(JSON.parse(storage?.getItem(key) ?? 'null'))
  } catch {
    return undefined // never imported, or somebody else wrote it
  }
}

export function rememberTable(rows: Rows, table: RememberedTable, storage: Storing = pageStorage()): void {
  const key = keyOf(rows)
  if (key === undefined) return
  const known = recallTable(rows, storage)
  try {
    storage?.setItem(key, JSON.stringify({ ...known, ...table }))
  } catch (error) {
    console.warn('the columns are not remembered:', error) // full or forbidden: one guesses again next time
  }
}
