import { sub } from '../../../../shared/geometry/vec.ts'
import { frameSpotAt } from '../../../../shared/journey/frameSpotAt.ts'
import type { Editor } from '../../editor.ts'
import { chooseStep, chosenSteps } from '../../journey/frameCommands.ts'
import { putSteps } from '../../journey/stepCommands.ts'
import { inStory, type StorySpot } from '../../journey/viewsOnBoard.ts'
import type { PointerInput, ToolState } from '../../tool.ts'

/** Frames follow the pointer, and a line shows where in their track they would come. */
export function draggingFrames(
  editor: Editor,
  { view: { id: view }, part }: StorySpot,
  down: PointerInput,
  idle: () => ToolState,
): ToolState {
  const { workshop, frameDrag, cursor } = editor
  if (part.kind !== 'frame') return idle()
  const { step } = part.frame
  if (!chosenSteps(editor).includes(step.id)) chooseStep(editor, step.id)
  // Others stay: a frame never leaves its track.
  const ids = chosenSteps(editor).filter((id) => workshop.journeys.get('steps', id)?.journey === step.journey)
  const moved = new Set(ids)

  const spotUnder = ({ point }: PointerInput) => {
    const now = workshop.shapes.get(view)
    if (now?.kind !== 'storyboard' || !now.layout) return undefined
    return frameSpotAt(now.layout, step.journey, inStory(now, point), moved)
  }
  const end = (): ToolState => {
    frameDrag.set(null)
    cursor.set('default')
    return idle()
  }
  return {
    name: 'draggingFrames',
    pointerMove(input) {
      cursor.set('grabbing')
      frameDrag.set({ view, ids, by: sub(input.point, down.point), spot: spotUnder(input) })
    },
    pointerUp(input) {
      const spot = spotUnder(input)
      if (spot) putSteps(editor, ids, { stage: spot.stage, before: spot.before })
      return end()
    },
    cancel: end,
  }
}
