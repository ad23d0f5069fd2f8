import type { Vec } from '../../../shared/geometry/vec.ts'
import type { JourneyId, StoryId } from '../../../shared/journey/ids.ts'
import {
  addJourney,
  type AddedJourney,
  type NewJourney,
} from '../../../shared/journey/structure/addJourney.ts'
import { addMapView, addStoryboardView, type AddedView } from '../../../shared/journey/structure/addView.ts'
import { removeJourney } from '../../../shared/journey/structure/removeJourney.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Change } from '../../../shared/model/workshop.ts'
import type { Editor } from '../editor.ts'
import { middleOfView } from '../commands/lookAt.ts'

/** Between what lies on the board and what is put below it, page units. */
const GAP = 160

/** A page point where there is room for something large: below all that lies on the board, or where one looks. */
export function freePlace(editor: Editor): Vec {
  const bounds = editor.workshop.shapes.bounds(editor.board.get())
  if (bounds) return [bounds.x, bounds.y + bounds.h + GAP]
  const [x, y] = middleOfView(editor)
  return [x - 400, y - 300]
}

/** Adds a journey that is on no board yet: see `showMap` and `showStoryboard`. One undo step. */
export function createJourney({ workshop, fixed }: Editor, journey: NewJourney): AddedJourney | undefined {
  if (fixed) return undefined
  let added: AddedJourney | undefined
  workshop.change((change) => (added = addJourney(workshop, change, journey)))
  return added
}

/** Puts a journey's map on the board that is shown and selects it; selects the one there is if it is on a board. */
export const showMap = (
  editor: Editor,
  journey: JourneyId,
  at: Vec = freePlace(editor),
): ShapeId | undefined =>
  show(editor, (change) => addMapView(editor.workshop, change, { journey, board: editor.board.get(), at }))

/** The same for a storyboard. */
export const showStoryboard = (
  editor: Editor,
  story: StoryId,
  at: Vec = freePlace(editor),
): ShapeId | undefined =>
  show(editor, (change) =>
    addStoryboardView(editor.workshop, change, { story, board: editor.board.get(), at }),
  )

/** Removes a journey and its views. Its notes stay on the board. One undo step. */
export function deleteJourney({ workshop, fixed, chosen }: Editor, id: JourneyId): void {
  if (fixed) return
  workshop.change((change) => removeJourney(workshop, change, id))
  chosen.set(null)
}

function show(editor: Editor, add: (change: Change) => AddedView): ShapeId | undefined {
  if (editor.fixed) return undefined
  let view: AddedView | undefined
  editor.workshop.change((change) => (view = add(change)))
  if (!view) return undefined
  const board = editor.workshop.shapes.get(view.id)?.board
  if (board !== undefined && board !== editor.board.get()) editor.showBoard(board)
  editor.selection.set(new Set([view.id]))
  return view.id
}
