import { contains, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { storyboardAt } from './viewsOnBoard.ts'

/** The picture of a step's frame. */
export interface Picture {
  readonly step: StepId
  /** Page units. */
  readonly box: Box
}

/** The picture of a step's frame on the board that is shown; nothing if it is not to be seen there. */
function pictureOf({ workshop, board }: Editor, step: StepId): Picture | undefined {
  const { journeys, shapes } = workshop
  const journey = journeys.get('journeys', journeys.get('steps', step)?.journey)
  const view = journey && shapes.placement.storyboardOf(journey.story)
  if (!view || shapes.get(view)?.board !== board.get() || shapes.isHidden(view)) return undefined
  const box = shapes.placement.pictureOf(step)
  return box && { step, box }
}

/** The picture at a page point. */
export function pictureAt(editor: Editor, point: Vec): Picture | undefined {
  const view = storyboardAt(editor, point)
  // Of several storyboards of a story, one holds the pictures.
  if (!view || editor.workshop.shapes.placement.storyboardOf(view.story) !== view.id) return undefined
  const at: Vec = [point[0] - view.geometry[0], point[1] - view.geometry[1]]
  const found = [...view.layout.pictures].find(([, picture]) => contains(picture, at))
  return found && pictureOf(editor, found[0])
}

/** The picture somebody is at work on: that of the one frame that is chosen, or in which the selected shapes lie. */
export function chosenPicture(editor: Editor): Picture | undefined {
  const chosen = editor.chosen.get()
  if (chosen?.kind === 'steps') {
    const [step, more] = chosen.ids
    return step === undefined || more !== undefined ? undefined : pictureOf(editor, step)
  }
  const [step, more] = new Set(selectedShapes(editor).map(({ frame }) => frame))
  return step === undefined || more !== undefined ? undefined : pictureOf(editor, step)
}
