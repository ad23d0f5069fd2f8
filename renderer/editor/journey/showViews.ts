import type { JourneyId, StoryId } from '../../../shared/journey/ids.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf } from '../../../shared/model/shape.ts'
import type { Covered } from '../commands/lookAt.ts'
import { fitBoxBeside } from '../commands/lookAt.ts'
import type { Editor } from '../editor.ts'
import { showMap, showStoryboard } from './journeyCommands.ts'

/** Shows all of a journey's map beside what covers the board; puts it on the board first if it is on none. */
export const showMapOf = (editor: Editor, journey: JourneyId, covered: Covered): void =>
  lookAtView(
    editor,
    find(editor, editor.workshop.shapes.placement.mapOf(journey)) ?? showMap(editor, journey),
    covered,
  )

/** The same for a story's storyboard. */
export const showStoryboardOf = (editor: Editor, story: StoryId, covered: Covered): void =>
  lookAtView(
    editor,
    find(editor, editor.workshop.shapes.placement.storyboardOf(story)) ?? showStoryboard(editor, story),
    covered,
  )

/** What is on a board already is gone to, even where nothing may be changed. */
function find(editor: Editor, view: ShapeId | undefined): ShapeId | undefined {
  const shape = view && editor.workshop.shapes.get(view)
  if (!shape) return undefined
  if (shape.board !== editor.board.get()) editor.showBoard(shape.board)
  editor.chosen.set(null)
  editor.selection.set(new Set([shape.id]))
  return shape.id
}

function lookAtView(editor: Editor, view: ShapeId | undefined, covered: Covered): void {
  const shape = view && editor.workshop.shapes.get(view)
  if (shape) fitBoxBeside(editor, boundsOf(shape), covered)
}
