import { looksLikeFeedback } from '../../shared/journey/importData/feedbackMapping.ts'
import { looksLikeMetrics } from '../../shared/journey/importData/metricMapping.ts'
import type { Rows } from '../../shared/journey/importData/table.ts'
import type { ImportTarget } from './rememberTable.ts'

/** What a table most likely is to become: figures by time, what people said, or else notes. */
export function guessTarget(rows: Rows): ImportTarget {
  if (looksLikeMetrics(rows)) return 'metrics'
  return looksLikeFeedback(rows) ? 'feedback' : 'notes'
}
