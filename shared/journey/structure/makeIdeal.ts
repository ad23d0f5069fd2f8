import type { Change, Workshop } from '../../model/workshop.ts'
import type { Journey, Lane, Role, Stage, Step } from '../entities.ts'
import {
  journeyId,
  laneId,
  linkId,
  newId,
  stageId,
  stepId,
  storyId,
  type JourneyId,
  type LaneId,
  type StageId,
  type StepId,
  type StoryId,
} from '../ids.ts'
import type { JourneyIndex } from '../journeyIndex.ts'
import { copyPictures } from './framePictures.ts'
import { copyNote } from './lanes.ts'
import { ordersAt } from './ordersAt.ts'

/**
 * What is worth keeping on the way to the ideal: what is done, what is met, and what was thought of. Pain points stay
 * where they are; whether the ideal does away with them is what a comparison says.
 */
const COPIED: ReadonlySet<Role> = new Set(['action', 'touchpoint', 'opportunity'])

interface Names {
  readonly stages: ReadonlyMap<StageId, StageId>
  readonly steps: ReadonlyMap<StepId, StepId>
  readonly lanes: ReadonlyMap<LaneId, LaneId>
}

/**
 * Makes the ideal of a current journey to begin with: the same steps, which stay one and the same with those they come
 * from, the same stages, lanes and pictures, and some of the notes. Its emotion lanes show the current feelings behind
 * the new ones. Ideals of journeys that share a story share one, too. Gives its id, or nothing if the journey is gone.
 */
export function makeIdeal(
  workshop: Workshop,
  change: Change,
  of: JourneyId,
  name: string,
): JourneyId | undefined {
  const { journeys } = workshop
  const current = journeys.get('journeys', of)
  if (!current) return undefined
  const id = newId(journeyId)
  const story = idealStory(journeys, current) ?? newId(storyId)
  const names: Names = {
    stages: copyStages(journeys, change, current, story),
    steps: new Map(journeys.stepsOf(of).map((step) => [step.id, newId(stepId)])),
    lanes: new Map(journeys.lanesOf(of).map((lane) => [lane.id, newId(laneId)])),
  }
  const all = journeys.all('journeys')
  const { orders, renumbered } = ordersAt(all, all.length, 1)
  for (const [other, order] of renumbered) change.set('journeys', other as JourneyId, { order })
  const { reviewOn: _, ...kept } = current
  change.put('journeys', { ...kept, id, order: orders[0] ?? 'a0', name, story, kind: 'ideal', of })
  for (const step of journeys.stepsOf(of)) change.put('steps', idealStep(step, id, names))
  for (const lane of journeys.lanesOf(of)) change.put('lanes', idealLane(lane, id, of, names))
  for (const link of journeys.all('links')) {
    const [from, to] = [names.steps.get(link.from), names.steps.get(link.to)]
    if (link.journey === of && from && to)
      change.put('links', { ...link, id: newId(linkId), journey: id, from, to })
  }
  copyNotes(workshop, change, current, id, names)
  copyPictures(workshop, change, names.steps)
  return id
}

/** The story in which the ideal of another journey of the same story is. */
function idealStory(journeys: JourneyIndex, { story }: Journey): StoryId | undefined {
  return journeys
    .all('journeys')
    .find(({ kind, of }) => kind === 'ideal' && journeys.get('journeys', of)?.story === story)?.story
}

/** The stages that the ideal's story does not have yet. Gives which is which. */
function copyStages(
  journeys: JourneyIndex,
  change: Change,
  { story: from }: Journey,
  story: StoryId,
): ReadonlyMap<StageId, StageId> {
  const there = journeys.stagesOf(story)
  const names = new Map<StageId, StageId>()
  const missing: Stage[] = []
  for (const stage of journeys.stagesOf(from)) {
    const known = there.find(({ of }) => of === stage.id)
    if (!known) missing.push(stage)
    names.set(stage.id, known?.id ?? newId(stageId))
  }
  const { orders, renumbered } = ordersAt(there, there.length, missing.length)
  for (const [id, order] of renumbered) change.set('stages', id as StageId, { order })
  for (const [index, { id: of, collapsed: _, ...stage }] of missing.entries())
    change.put('stages', {
      ...stage,
      id: names.get(of) ?? newId(stageId),
      of,
      story,
      order: orders[index] ?? stage.order,
    })
  return names
}

function idealStep(step: Step, journey: JourneyId, { steps, stages }: Names): Step {
  const { overruled: _, moment: __, ...kept } = step
  return {
    ...kept,
    id: steps.get(step.id) ?? newId(stepId),
    journey,
    stage: stages.get(step.stage) ?? step.stage,
    votes: 0,
    origins: [step.id],
  }
}

function idealLane(lane: Lane, journey: JourneyId, of: JourneyId, { lanes }: Names): Lane {
  const copy = { ...lane, id: lanes.get(lane.id) ?? newId(laneId), journey }
  return lane.kind === 'emotion' ? { ...copy, journeys: [of] } : copy
}

function copyNotes(
  { shapes }: Workshop,
  change: Change,
  { id: of }: Journey,
  journey: JourneyId,
  { steps, stages, lanes }: Names,
): void {
  for (const note of shapes.placement.notesOf(of)) {
    const { cell, serves } = note
    const step = cell?.step && steps.get(cell.step)
    const stage = cell?.stage && stages.get(cell.stage)
    // What lies in the tray is of no step, and would only lie in two trays.
    if (!cell || !COPIED.has(cell.role) || (step ?? stage) === undefined) continue
    const lane = cell.lane && lanes.get(cell.lane)
    const place = { journey, role: cell.role, ...(lane && { lane }), ...(step ? { step } : { stage }) }
    const copy = copyNote(note, { ...place, ...(cell.was && { was: cell.was }) })
    const served = serves && steps.get(serves)
    change.add(served ? { ...copy, serves: served } : copy)
  }
}
