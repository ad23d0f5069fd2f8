import type { ShapeId } from '../../model/ids.ts'
import type { Change, Workshop } from '../../model/workshop.ts'
import type { Step } from '../entities.ts'
import type { StepId } from '../ids.ts'
import { picturesIn, removePictures } from './framePictures.ts'
import { freeNotes } from './freeNotes.ts'
import { stepsInOrder } from './readers.ts'

/**
 * Removes steps with what is drawn in their frames. Nobody's notes go: those in their cells lie in the journey's tray
 * from then on by themselves, and those that lay in their frames are put there.
 */
export function removeSteps(workshop: Workshop, change: Change, ids: Iterable<StepId>): void {
  const { journeys } = workshop
  const steps = stepsInOrder(journeys, ids)
  const gone = new Set(steps.map(({ id }) => id))
  removePictures(workshop, change, gone)
  for (const step of steps) keepNotes(workshop, change, step)
  for (const { id, from, to } of journeys.all('links'))
    if (gone.has(from) || gone.has(to)) change.drop('links', id)
  for (const id of gone) change.drop('steps', id)
}

/** The notes in a frame: into the tray, or where they are seen, if the journey has no map on any board. */
function keepNotes(workshop: Workshop, change: Change, { id, journey }: Step): void {
  const { shapes, journeys } = workshop
  const free: ShapeId[] = []
  for (const note of picturesIn(workshop, id)) {
    if (note.kind !== 'note') continue
    const { geometry, cell } = note
    if (cell) change.update(note.id, { frame: undefined })
    else if (shapes.placement.mapOf(journey) === undefined) free.push(note.id)
    else
      change.update(note.id, {
        frame: undefined,
        cell: { journey, role: 'custom', was: [geometry[2], geometry[3]] },
      })
  }
  const story = journeys.get('journeys', journey)?.story
  freeNotes(workshop, change, free, story && shapes.placement.storyboardOf(story))
}
