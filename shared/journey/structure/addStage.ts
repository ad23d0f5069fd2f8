import type { Change, Workshop } from '../../model/workshop.ts'
import type { Phase } from '../entities.ts'
import { newId, stageId, type StageId, type StoryId } from '../ids.ts'
import { indexAt, ordersAt, type Spot } from './ordersAt.ts'

interface NewStage extends Spot<StageId> {
  readonly story: StoryId
  readonly id?: StageId
  /** Empty for a default one. */
  readonly name?: string
  readonly phase?: Phase | undefined
}

/** Adds a stage to a story: before or after another, or at the end. Gives its id. */
export function addStage(
  { journeys }: Pick<Workshop, 'journeys'>,
  change: Change,
  { story, id = newId(stageId), name = '', phase, ...spot }: NewStage,
): StageId {
  const siblings = journeys.stagesOf(story)
  const { orders, renumbered } = ordersAt(siblings, indexAt(siblings, spot), 1)
  for (const [other, order] of renumbered) change.set('stages', other as StageId, { order })
  change.put('stages', { id, order: orders[0] ?? 'a0', story, name, ...(phase && { phase }) })
  return id
}
