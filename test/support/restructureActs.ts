import type { Journey, Lane, Stage, Step } from '../../shared/journey/entities.ts'
import type { LaneId, StageId, StepId } from '../../shared/journey/ids.ts'
import { addJourney } from '../../shared/journey/structure/addJourney.ts'
import { addStage } from '../../shared/journey/structure/addStage.ts'
import { addSteps } from '../../shared/journey/structure/addSteps.ts'
import { addMapView, addStoryboardView } from '../../shared/journey/structure/addView.ts'
import { duplicateSteps } from '../../shared/journey/structure/duplicateSteps.ts'
import { freeNotes } from '../../shared/journey/structure/freeNotes.ts'
import { addLane, copyLane, moveLane } from '../../shared/journey/structure/lanes.ts'
import { makeIdeal } from '../../shared/journey/structure/makeIdeal.ts'
import { mergeSteps } from '../../shared/journey/structure/mergeSteps.ts'
import { moveStage } from '../../shared/journey/structure/moveStage.ts'
import { moveSteps } from '../../shared/journey/structure/moveSteps.ts'
import { removeJourney } from '../../shared/journey/structure/removeJourney.ts'
import { removeStage } from '../../shared/journey/structure/removeStage.ts'
import { removeSteps } from '../../shared/journey/structure/removeSteps.ts'
import { stepsInOrder } from '../../shared/journey/structure/readers.ts'
import { splitStep } from '../../shared/journey/structure/splitStep.ts'
import { FIRST_BOARD, newShapeId } from '../../shared/model/ids.ts'
import type { Geometry, Note, Shape } from '../../shared/model/shape.ts'
import type { Change, Workshop } from '../../shared/model/workshop.ts'

/** Numbers by which an act picks what it is about from what there is. */
export interface Picks {
  readonly a: number
  readonly b: number
  readonly c: number
}

/** What an act finds there, picked by its numbers. */
export interface Scene extends Picks {
  readonly workshop: Workshop
  readonly change: Change
  readonly journey: Journey
  readonly step: Step | undefined
  readonly other: Step | undefined
  readonly stage: Stage | undefined
  readonly lane: Lane | undefined
  readonly note: Note | undefined
}

const pick = <T>(of: readonly T[], n: number): T | undefined => of[n % Math.max(1, of.length)]

/** What there is for an act, or nothing if there is no journey left. */
export function sceneOf(workshop: Workshop, change: Change, picks: Picks): Scene | undefined {
  const { journeys, shapes } = workshop
  const journey = pick(journeys.all('journeys'), picks.c)
  if (!journey) return undefined
  const steps = journeys.stepsOf(journey.id)
  return {
    ...picks,
    workshop,
    change,
    journey,
    step: pick(steps, picks.a),
    other: pick(steps, picks.b),
    stage: pick(journeys.stagesOf(journey.story), picks.b),
    lane: pick(journeys.lanesOf(journey.id), picks.b),
    note: pick(shapes.placement.notesOf(journey.id), picks.a),
  }
}

const spotOf = <Id extends string>(id: Id | undefined, n: number) =>
  n % 3 === 0 ? {} : n % 3 === 1 ? { before: id } : { after: id }

/** What must hold once the change is made, for whoever made it: says what is wrong. */
export type Expectation = (workshop: Workshop) => string | undefined
export type Act = (scene: Scene) => Expectation | false | undefined | void

/** Do these stand in a row, right before or after another? */
const inARow =
  (
    ids: readonly StepId[],
    { before, after }: { before?: StepId | undefined; after?: StepId | undefined },
  ): Expectation =>
  ({ journeys }) => {
    const journey = journeys.get('steps', ids[0])?.journey
    const all = journey ? journeys.stepsOf(journey).map(({ id }) => id) : []
    const row = [...(after && !ids.includes(after) ? [after] : []), ...ids]
    const whole = before && !ids.includes(before) ? [...row, before] : row
    const from = all.indexOf(whole[0] as StepId)
    const isThere = whole.every((id, index) => all[from + index] === id)
    return isThere ? undefined : 'steps are not where they were put'
  }

/** Each is one thing that somebody does to a journey, in one change. */
export const ACTS: Readonly<Record<string, Act>> = {
  addSteps: ({ workshop, change, journey, step, a, b }) => {
    const spot = spotOf(step?.id, b)
    const steps = Array.from({ length: 1 + (a % 3) }, () => ({ title: `step ${a}` }))
    return inARow(addSteps(workshop, change, { journey: journey.id, ...spot }, steps), spot)
  },
  moveSteps: ({ workshop, change, step, other, stage, a, b }) => {
    const moved = ids(step, ...(a % 2 ? [other] : []))
    const to = b % 2 ? other : step
    if (!stage) return undefined
    const spot = to?.stage === stage.id ? spotOf(to.id, a) : {}
    moveSteps(workshop, change, moved, { stage: stage.id, ...spot })
    const sorted = stepsInOrder(workshop.journeys, moved).map(({ id }) => id)
    return inARow(sorted, spot)
  },
  duplicateSteps: ({ workshop, change, step, other }) =>
    void duplicateSteps(workshop, change, ids(step, other)),
  splitStep: ({ workshop, change, step }) => {
    const second = step && splitStep(workshop, change, step.id)
    return second && inARow([step.id, second], {})
  },
  mergeSteps: ({ workshop, change, step, other }) => void mergeSteps(workshop, change, ids(step, other)),
  removeSteps: ({ workshop, change, step, other, a }) =>
    removeSteps(workshop, change, ids(step, other).slice(0, 1 + (a % 2))),
  addStage: ({ workshop, change, journey, stage, a }) =>
    void addStage(workshop, change, { story: journey.story, ...spotOf(stage?.id, a) }),
  moveStage: ({ workshop, change, journey, stage, a }) => {
    const other = pick(workshop.journeys.stagesOf(journey.story), a)
    if (stage) moveStage(workshop, change, stage.id, spotOf<StageId>(other?.id, a))
  },
  removeStage: ({ workshop, change, stage }) => stage && removeStage(workshop, change, stage.id),
  foldStage: ({ change, stage }) =>
    stage && change.set('stages', stage.id, { collapsed: stage.collapsed ? undefined : true }),
  addLane: ({ workshop, change, journey, lane, a }) =>
    void addLane(workshop, change, { journey: journey.id, kind: 'custom', ...spotOf(lane?.id, a) }),
  moveLane: ({ workshop, change, journey, lane, a }) => {
    const other = pick(workshop.journeys.lanesOf(journey.id), a)
    if (lane) moveLane(workshop, change, lane.id, spotOf<LaneId>(other?.id, a))
  },
  copyLane: ({ workshop, change, lane }) => void (lane && copyLane(workshop, change, lane.id)),
  removeLane: ({ change, lane }) => lane && change.drop('lanes', lane.id),
  hideLane: ({ change, lane }) =>
    lane && change.set('lanes', lane.id, { hidden: lane.hidden ? undefined : true }),
  addTrack: ({ workshop, change, journey }) => {
    if (workshop.journeys.all('journeys').length < 4)
      addJourney(workshop, change, { name: 'track', story: journey.story, lanes: ['pain'] })
  },
  makeIdeal: ({ workshop, change, journey }) => {
    if (journey.kind === 'current' && workshop.journeys.all('journeys').length < 4)
      makeIdeal(workshop, change, journey.id, 'ideal')
  },
  removeJourney: ({ workshop, change, journey, a }) => {
    // Now and then: nothing can be done once all are gone.
    if (a % 3 === 0) removeJourney(workshop, change, journey.id)
  },
  turn: ({ change, journey }) =>
    change.set('journeys', journey.id, { direction: journey.direction === 'rtl' ? 'ltr' : 'rtl' }),
  feel: ({ change, step, b }) => step && change.set('steps', step.id, { emotion: (b % 5) - 2 }),
  addNote: ({ change, journey, step, lane, c }) =>
    change.add(
      noteFor(
        { journey: journey.id, role: 'pain', ...(step && { step: step.id }), ...(lane && { lane: lane.id }) },
        c,
      ),
    ),
  moveNote: ({ change, journey, step, lane, note }) =>
    note?.cell &&
    change.update(note.id, {
      cell: { ...note.cell, journey: journey.id, step: step?.id, stage: undefined, lane: lane?.id },
    }),
  noteToStage: ({ change, journey, stage, lane, note }) =>
    note &&
    change.update(note.id, { cell: { journey: journey.id, role: 'pain', stage: stage?.id, lane: lane?.id } }),
  freeNote: ({ workshop, change, journey, note }) =>
    note && freeNotes(workshop, change, [note.id], workshop.shapes.placement.mapOf(journey.id)),
  stampNote: ({ change, note, b }) => note && change.add({ ...stamp([b, 5]), on: note.id }),
  draw: ({ change, step, b }) => step && change.addStored({ ...stamp([b * 7, b]), frame: step.id }),
  noteInFrame: ({ change, step, b }) =>
    step && change.addStored({ ...noteFor(undefined, b), frame: step.id }),
  showMap: ({ workshop, change, journey, a }) =>
    void addMapView(workshop, change, { journey: journey.id, board: FIRST_BOARD, at: [a * 100, 0] }),
  showStoryboard: ({ workshop, change, journey, a }) =>
    void addStoryboardView(workshop, change, {
      story: journey.story,
      board: FIRST_BOARD,
      at: [a * 100, -5000],
    }),
  moveView: ({ workshop, change, a, b }) => {
    const view = pick(viewsOf(workshop), a)
    if (view) change.update(view.id, { geometry: [a * 10, b * 10, 1, 1, 0] })
  },
  removeView: ({ workshop, change, a, b }) => {
    const view = b % 3 === 0 && pick(viewsOf(workshop), a)
    if (view) change.remove(view.id)
  },
}

const ids = (...steps: readonly (Step | undefined)[]): readonly StepId[] =>
  steps.flatMap((step) => step?.id ?? [])

export const viewsOf = ({ shapes }: Workshop): readonly Shape[] =>
  shapes.all(FIRST_BOARD).filter(({ kind }) => kind === 'map' || kind === 'storyboard')

const geometry = (x: number): Geometry => [x, 9000, 160, 90, 0]

const noteFor = (cell: Note['cell'], n: number): Note => ({
  id: newShapeId(),
  kind: 'note',
  board: FIRST_BOARD,
  order: `a${n % 4}`,
  geometry: geometry(n),
  text: 'note',
  grow: 0,
  style: { color: 'pink' },
  ...(cell && { cell: { ...cell, was: [200, 210] } }),
})

const stamp = ([x, y]: readonly [number, number]) => ({
  id: newShapeId(),
  kind: 'stamp' as const,
  board: FIRST_BOARD,
  order: 'a2',
  geometry: [x, y, 30, 30, 0] as Geometry,
  emoji: '⭐',
})
