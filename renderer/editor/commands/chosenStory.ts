import type { StoryId } from '../../../shared/journey/ids.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import { selectedShapes, type Editor } from '../editor.ts'

/** The story that is meant: that of what is selected, or else of the first view on the board. Nothing without one. */
export function chosenStory(editor: Editor): StoryId | undefined {
  const { shapes } = editor.workshop
  for (const shape of [...selectedShapes(editor), ...shapes.all(editor.board.get())]) {
    const story = storyOf(editor, shape)
    if (story !== undefined) return story
  }
  return undefined
}

function storyOf({ workshop }: Editor, shape: Shape): StoryId | undefined {
  const { journeys } = workshop
  const storyOfJourney = (id: string | undefined) => journeys.get('journeys', id)?.story
  if (shape.kind === 'storyboard')
    return journeys.journeysOf(shape.story).length > 0 ? shape.story : undefined
  if (shape.kind === 'map') return storyOfJourney(shape.journey)
  if (shape.kind === 'note' && shape.cell) return storyOfJourney(shape.cell.journey)
  return storyOfJourney(journeys.get('steps', shape.frame)?.journey)
}
