import type { Journey } from '../../../shared/journey/entities.ts'
import type { Shape } from '../../../shared/model/shape.ts'
import { selectedShapes, type Editor } from '../editor.ts'

/**
 * The journey that is meant: that of the parts or shapes that are selected, or the first on the board that is shown, or
 * the first there is. Only those that `isMeant` count.
 */
export function chosenJourney(
  editor: Editor,
  isMeant: (journey: Journey) => boolean = () => true,
): Journey | undefined {
  const { journeys, shapes } = editor.workshop
  const onBoard = [...selectedShapes(editor), ...shapes.shown(editor.board.get())]
  const candidates = [
    ofChosen(editor),
    ...onBoard.map((shape) => ofShape(editor, shape)),
    ...journeys.all('journeys'),
  ]
  return candidates.find((journey) => journey !== undefined && isMeant(journey))
}

function ofChosen({ workshop: { journeys }, chosen }: Editor): Journey | undefined {
  const part = chosen.get()
  if (part?.kind === 'steps') return journeys.get('journeys', journeys.get('steps', part.ids[0])?.journey)
  if (part?.kind === 'lane') return journeys.get('journeys', journeys.get('lanes', part.id)?.journey)
  const story = part?.kind === 'stage' ? journeys.get('stages', part.id)?.story : undefined
  return story && journeys.journeysOf(story)[0]
}

function ofShape({ workshop: { journeys } }: Editor, shape: Shape): Journey | undefined {
  if (shape.kind === 'map') return journeys.get('journeys', shape.journey)
  if (shape.kind === 'storyboard') return journeys.journeysOf(shape.story)[0]
  return shape.kind === 'note' ? journeys.get('journeys', shape.cell?.journey) : undefined
}
