import type { Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { frameAt } from '../settleInFrames.ts'

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
  const step = frameAt(editor, point)
  return step && pictureOf(editor, step)
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
