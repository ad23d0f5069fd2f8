import type { Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { JourneyId } from '../../../shared/journey/ids.ts'
import { addMapView } from '../../../shared/journey/structure/addView.ts'
import { makeIdeal } from '../../../shared/journey/structure/makeIdeal.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf } from '../../../shared/model/shape.ts'
import { revealBox, type Covered } from '../commands/lookAt.ts'
import type { Editor } from '../editor.ts'
import { choosePart } from './choosePart.ts'
import { freePlace } from './journeyCommands.ts'

/** Between a map and that of its ideal, page units. */
const GAP = 120

/**
 * Makes the ideal of a current journey to begin with, and puts its map below that of the current one, or wherever there
 * is room. It is selected and brought into view. Gives its id. One undo step.
 */
export function addIdeal(editor: Editor, of: JourneyId, covered?: Covered): JourneyId | undefined {
  const { workshop, fixed } = editor
  const { journeys, shapes } = workshop
  const current = journeys.get('journeys', of)
  if (fixed || !current) return undefined
  const map = shapes.get(shapes.placement.mapOf(of) ?? ('' as ShapeId))
  if (map && map.board !== editor.board.get()) editor.showBoard(map.board)
  const at = placeBelow(editor, map && boundsOf(map)) ?? freePlace(editor)
  let made: JourneyId | undefined
  let view: ShapeId | undefined
  workshop.change((change) => {
    made = makeIdeal(workshop, change, of, current.name)
    if (made) view = addMapView(workshop, change, { journey: made, board: editor.board.get(), at }).id
  })
  const shape = view && shapes.get(view)
  if (!shape) return made
  choosePart(editor, null)
  editor.selection.set(new Set([shape.id]))
  revealBox(editor, boundsOf(shape), covered)
  return made
}

/** Right below a map, if nothing lies there. */
function placeBelow({ workshop, board }: Editor, box: Box | undefined): Vec | undefined {
  if (!box) return undefined
  const below = { ...box, y: box.y + box.h + GAP }
  return workshop.shapes.within(board.get(), below).length === 0 ? [below.x, below.y] : undefined
}
