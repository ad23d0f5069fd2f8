import type { EntityPatch } from '../../../shared/journey/changeJourneys.ts'
import type { LaneKind } from '../../../shared/journey/entities.ts'
import type { JourneyId, LaneId } from '../../../shared/journey/ids.ts'
import { addLane, copyLane, moveLane } from '../../../shared/journey/structure/lanes.ts'
import type { Spot } from '../../../shared/journey/structure/ordersAt.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import type { Editor } from '../editor.ts'
import { choosePart } from './choosePart.ts'

/** Adds a lane and selects it; gives its id. One undo step. */
export const insertLane = (
  editor: Editor,
  journey: JourneyId,
  kind: LaneKind,
  spot: Spot<LaneId> = {},
): LaneId | undefined =>
  choosing(editor, (change) => addLane(editor.workshop, change, { journey, kind, ...spot }))

/** Adds a copy of a lane below it, with copies of its notes, and selects it. */
export const duplicateLane = (editor: Editor, id: LaneId): LaneId | undefined =>
  choosing(editor, (change) => copyLane(editor.workshop, change, id))

/** Puts a lane elsewhere in its map. */
export function putLane({ workshop, fixed }: Editor, id: LaneId, spot: Spot<LaneId>): void {
  if (!fixed) workshop.change((change) => moveLane(workshop, change, id, spot))
}

/** Renames, resizes, hides or folds a lane, and whatever else there is about it. */
export function setLane({ workshop, fixed }: Editor, id: LaneId, patch: EntityPatch<'lanes'>): void {
  if (!fixed) workshop.change((change) => change.set('lanes', id, patch))
}

/** Removes a lane. Notes stay, in the journey's tray. */
export function deleteLane(editor: Editor, id: LaneId): void {
  const { workshop, fixed } = editor
  if (fixed) return
  workshop.change((change) => change.drop('lanes', id))
  choosePart(editor, null)
}

function choosing(editor: Editor, edit: (change: Change) => LaneId | undefined): LaneId | undefined {
  const { workshop, fixed } = editor
  if (fixed) return undefined
  let made: LaneId | undefined
  workshop.change((change) => (made = edit(change)))
  if (made !== undefined) choosePart(editor, { kind: 'lane', id: made })
  return made
}
