import type { Step } from '../../../shared/journey/entities.ts'
import { stepsIn } from '../../../shared/journey/structure/readers.ts'
import type { Editor } from '../editor.ts'
import { revealBox } from '../commands/lookAt.ts'
import type { JourneyMap, Storyboard } from '../../../shared/model/shape.ts'
import { chooseStep, chosenSteps } from './frameCommands.ts'
import { placesOf } from './showStep.ts'

/** The step of the track above (-1) or below (1) that is at the same place in the same stage; or the last one there. */
export function stepAcross(
  { workshop }: Pick<Editor, 'workshop'>,
  step: Step,
  down: number,
): Step | undefined {
  const { journeys } = workshop
  const story = journeys.get('journeys', step.journey)?.story
  const tracks = story === undefined ? [] : journeys.journeysOf(story)
  const track = tracks[tracks.findIndex(({ id }) => id === step.journey) + Math.sign(down)]
  if (!track) return undefined
  const place = stepsIn(journeys, step.journey, step.stage).findIndex(({ id }) => id === step.id)
  const there = stepsIn(journeys, track.id, step.stage)
  return there[Math.min(Math.max(0, place), there.length - 1)] ?? journeys.stepsOf(track.id)[0]
}

/** Brings the last chosen step into view, as it is shown in one of its views. */
export function revealChosen(editor: Editor, view: Storyboard | JourneyMap | undefined): void {
  const id = chosenSteps(editor).at(-1)
  const box = id && placesOf(editor, id).find((place) => place.view.id === view?.id)?.box
  if (box) revealBox(editor, box)
}

/** Chooses the first step of the selected map or storyboard; tells whether there is one. */
export function enterView(editor: Editor): boolean {
  const first = firstInside(editor)
  if (first) chooseStep(editor, first.id)
  return first !== undefined
}

/** The first step of the map or storyboard that is selected, if that is all. */
export function firstInside({ workshop, selection }: Editor): Step | undefined {
  const [id, more] = selection.get()
  const view = id === undefined || more !== undefined ? undefined : workshop.shapes.get(id)
  const { journeys } = workshop
  if (view?.kind === 'map') return journeys.stepsOf(view.journey)[0]
  if (view?.kind !== 'storyboard') return undefined
  return journeys.journeysOf(view.story).flatMap((one) => journeys.stepsOf(one.id))[0]
}
