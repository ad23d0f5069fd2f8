import type { ShapeId } from '../../model/ids.ts'
import type { Change, Workshop } from '../../model/workshop.ts'
import type { Journey } from '../entities.ts'
import type { JourneyId } from '../ids.ts'
import { picturesIn, removePictures } from './framePictures.ts'
import { freeNotes } from './freeNotes.ts'

/**
 * Removes a journey with its steps, its lanes, its map and what is drawn in its frames; and the storyboard and the
 * stages if no other journey tells the same story. Its notes stay, as ordinary notes on the board.
 */
export function removeJourney(workshop: Workshop, change: Change, id: JourneyId): void {
  const { journeys, shapes } = workshop
  const journey = journeys.get('journeys', id)
  if (!journey) return
  const steps = journeys.stepsOf(id).map((step) => step.id)
  const map = shapes.placement.mapOf(id)
  const board = shapes.placement.storyboardOf(journey.story)
  freeNotes(
    workshop,
    change,
    shapes.placement.notesOf(id).map((note) => note.id),
    map ?? board,
  )
  const framed = steps.flatMap((step) => picturesIn(workshop, step)).filter((shape) => isFreeNote(shape))
  freeNotes(
    workshop,
    change,
    framed.map((note) => note.id),
    board,
  )
  removePictures(workshop, change, steps)
  for (const step of steps) change.drop('steps', step)
  for (const lane of journeys.lanesOf(id)) change.drop('lanes', lane.id)
  for (const link of journeys.all('links')) if (link.journey === id) change.drop('links', link.id)
  for (const gap of journeys.all('gaps')) if (gap.journey === id) change.drop('gaps', gap.id)
  const last = journeys.journeysOf(journey.story).length === 1
  if (last) removeStory(workshop, change, journey)
  for (const view of viewsOf(workshop, journey, last)) change.remove(view)
  change.drop('journeys', id)
}

const isFreeNote = (shape: { readonly kind: string; readonly cell?: unknown }): boolean =>
  shape.kind === 'note' && shape.cell === undefined

function removeStory({ journeys }: Workshop, change: Change, { story }: Journey): void {
  for (const { id } of journeys.stagesOf(story)) change.drop('stages', id)
  for (const moment of journeys.all('moments')) if (moment.story === story) change.drop('moments', moment.id)
}

/** All of them: two people may have put the same one on a board. */
function viewsOf({ shapes }: Workshop, { id, story }: Journey, last: boolean): readonly ShapeId[] {
  return shapes
    .boards()
    .flatMap((board) => shapes.all(board))
    .filter(
      (shape) =>
        (shape.kind === 'map' && shape.journey === id) ||
        (last && shape.kind === 'storyboard' && shape.story === story),
    )
    .map((shape) => shape.id)
}
