import { addStage } from '../../../shared/journey/structure/addStage.ts'
import { moveStage } from '../../../shared/journey/structure/moveStage.ts'
import { removeStage } from '../../../shared/journey/structure/removeStage.ts'
import type { Spot } from '../../../shared/journey/structure/ordersAt.ts'
import { newId, stageId, type StageId, type StoryId } from '../../../shared/journey/ids.ts'
import type { Editor } from '../editor.ts'
import { choosePart } from './choosePart.ts'

/** Adds a stage without a name and selects it; gives its id. One undo step. */
export function insertStage(editor: Editor, story: StoryId, spot: Spot<StageId> = {}): StageId | undefined {
  const { workshop, fixed } = editor
  if (fixed) return undefined
  const id = newId(stageId)
  workshop.change((change) => addStage(workshop, change, { story, id, ...spot }))
  choosePart(editor, { kind: 'stage', id })
  return id
}

/** Puts a stage elsewhere in its story, with its steps. */
export function putStage({ workshop, fixed }: Editor, id: StageId, spot: Spot<StageId>): void {
  if (!fixed) workshop.change((change) => moveStage(workshop, change, id, spot))
}

/** Removes a stage with its steps. Notes stay, in the journeys' trays. */
export function deleteStage(editor: Editor, id: StageId): void {
  const { workshop, fixed } = editor
  if (fixed) return
  workshop.change((change) => removeStage(workshop, change, id))
  choosePart(editor, null)
}

/** Leaves only the name of a stage, or opens it again. */
export function foldStage({ workshop, fixed }: Editor, id: StageId): void {
  const stage = workshop.journeys.get('stages', id)
  if (stage && !fixed)
    workshop.change((change) => change.set('stages', id, { collapsed: stage.collapsed ? undefined : true }))
}
