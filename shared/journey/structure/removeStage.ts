import type { Change, Workshop } from '../../model/workshop.ts'
import type { StageId } from '../ids.ts'
import { removeSteps } from './removeSteps.ts'

/** Removes a stage with its steps, in all journeys of its story. Notes lie in the tray of their journey from then on. */
export function removeStage(workshop: Workshop, change: Change, id: StageId): void {
  const { journeys } = workshop
  if (!journeys.get('stages', id)) return
  const steps = journeys.all('steps').filter(({ stage }) => stage === id)
  removeSteps(
    workshop,
    change,
    steps.map((step) => step.id),
  )
  change.drop('stages', id)
}
