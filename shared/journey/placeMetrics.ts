import { groupBy } from '../util/groupBy.ts'
import type { Lane, Metric } from './entities.ts'
import type { MapColumn, MapInput, MapStage } from './mapLayout.ts'

/** The metrics of columns, in the order of columns. */
export type Figures = ReadonlyMap<MapColumn, readonly Metric[]>
export const NO_METRICS: Figures = new Map()

/** Those that a lane shows. */
export const metricsIn = ({ kind }: Lane, figures: Figures): Figures =>
  kind === 'metric' ? figures : NO_METRICS

/** Those of a step stand in its column; those of a whole stage in its first one. What is folded shows none. */
export function placeMetrics({ metrics }: MapInput, stages: readonly MapStage[]): Figures {
  if (metrics.length === 0) return NO_METRICS
  const byPlace = groupBy(metrics, ({ step, stage }) => step ?? stage)
  const rank = new Map(metrics.map((metric, index) => [metric, index]))
  const figures = new Map<MapColumn, readonly Metric[]>()
  for (const { stage, columns, collapsed } of stages)
    for (const [index, column] of collapsed ? [] : columns.entries()) {
      const ofStep = (column.step && byPlace.get(column.step.id)) ?? []
      const ofStage = index === 0 && stage ? (byPlace.get(stage.id) ?? []) : []
      const own = [
        ...ofStep.filter(({ step }) => step !== undefined),
        ...ofStage.filter(({ step }) => step === undefined),
      ].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))
      if (own.length > 0) figures.set(column, own)
    }
  return figures
}
