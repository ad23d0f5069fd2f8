import type { Metric } from '../../../shared/journey/entities.ts'
import { metricId, newId, type MetricId, type StageId, type StepId } from '../../../shared/journey/ids.ts'
import type { MetricDraft } from '../../../shared/journey/importData/metricsFrom.ts'
import { stableId } from '../../../shared/journey/importData/stableId.ts'
import type { EntityPatch } from '../../../shared/journey/changeJourneys.ts'
import type { Editor } from '../editor.ts'
import { laneFor } from './addCellNote.ts'
import { ordersAfter } from '../../../shared/journey/ordersAfter.ts'

/** How many metrics an import made, and of how many there are newer figures now. */
export interface ImportedMetrics {
  readonly added: number
  readonly updated: number
}

/** The id of a metric of a file: importing it again finds it again. */
export const importedMetricId = (source: string, key: string): MetricId =>
  metricId.parse(stableId('m', source, key))

/**
 * Takes in metrics of a file in one step. Those that came from it before get the new figures and keep what was changed
 * since: name, unit, target, place.
 */
export function importMetrics(
  editor: Editor,
  drafts: readonly MetricDraft[],
  source: string,
): ImportedMetrics {
  const { workshop, fixed } = editor
  if (fixed || drafts.length === 0) return { added: 0, updated: 0 }
  const made = drafts.map((draft) => ({ draft, id: importedMetricId(source, draft.key) }))
  const known = made.filter(({ id }) => workshop.journeys.get('metrics', id))
  const fresh = made.filter(({ id }) => !workshop.journeys.get('metrics', id))
  const orders = ordersAfter(editor.workshop.journeys, 'metrics', fresh.length)
  workshop.change((change) => {
    for (const { id, draft } of known) change.set('metrics', id, { series: draft.series })
    fresh.forEach(({ id, draft: { key: _, ...draft } }, index) =>
      change.put('metrics', { ...draft, id, order: orders[index] ?? 'a0', source: source.slice(0, 200) }),
    )
  })
  return { added: fresh.length, updated: known.length }
}

/** Adds a metric by hand, after all others. */
export function addMetric(
  editor: Editor,
  metric: Pick<Metric, 'name' | 'unit' | 'better' | 'series'> & MetricPlace & { readonly target?: number },
): MetricId | undefined {
  if (editor.fixed) return undefined
  const id = newId(metricId)
  const [order = 'a0'] = ordersAfter(editor.workshop.journeys, 'metrics', 1)
  editor.workshop.change((change) => change.put('metrics', { ...metric, id, order, source: '' }))
  return id
}

/** Where a metric belongs; nowhere without either. */
export interface MetricPlace {
  readonly step?: StepId
  readonly stage?: StageId
}

/**
 * Puts a metric at a step or a stage, or takes it away from wherever it is: one step to undo. A journey without a lane
 * for metrics gets one, so that it is to be seen.
 */
export function placeMetric(editor: Editor, id: MetricId, { step, stage }: MetricPlace): void {
  if (editor.fixed) return
  const { journeys } = editor.workshop
  const journey = step === undefined ? undefined : journeys.get('steps', step)?.journey
  const story = journeys.get('stages', stage)?.story
  const shown = journey ?? (story === undefined ? undefined : journeys.journeysOf(story)[0]?.id)
  editor.workshop.change((change) => {
    change.set('metrics', id, { step, stage, journey })
    if (shown !== undefined) laneFor(editor, change, shown, 'metric')
  })
}

/** `step` is what the change is part of: changes of the same step in a row are undone together. */
export function changeMetric(
  { workshop, fixed }: Editor,
  id: MetricId,
  patch: EntityPatch<'metrics'>,
  step?: object,
): void {
  if (fixed) return
  workshop.change((change) => change.set('metrics', id, patch), step)
}

export function removeMetric({ workshop, fixed }: Editor, id: MetricId): void {
  if (!fixed) workshop.change((change) => change.drop('metrics', id))
}
