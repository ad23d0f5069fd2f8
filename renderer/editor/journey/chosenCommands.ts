import type { Vec } from '../../../shared/geometry/vec.ts'
import type { Journey, Lane, Stage, Step } from '../../../shared/journey/entities.ts'
import type { JourneyId, StepId } from '../../../shared/journey/ids.ts'
import type { JourneyMap, Storyboard } from '../../../shared/model/shape.ts'
import { visibleBox } from '../camera.ts'
import type { Editor } from '../editor.ts'
import { choosePart } from './choosePart.ts'
import { chooseStep, chosenSteps, shiftEmotion } from './frameCommands.ts'
import { lastViewOf } from './lastView.ts'
import { revealChosen, stepAcross } from './walkFrames.ts'
import { deleteLane, duplicateLane, putLane } from './laneCommands.ts'
import { deleteStage, putStage } from './stageCommands.ts'
import { copySteps, deleteSteps, putSteps } from './stepCommands.ts'

/** How many notes a removal put into trays, so that it can be said. */
export interface Removal {
  readonly kind: 'steps' | 'stage' | 'lane'
  readonly count: number
  readonly notes: number
}

/** Removes what is chosen; nothing if nothing is, or nothing may be changed. One undo step. */
export function deleteChosen(editor: Editor): Removal | undefined {
  const chosen = editor.chosen.get()
  if (!chosen || editor.fixed) return undefined
  const before = inTrays(editor)
  if (chosen.kind === 'steps') deleteSteps(editor, chosen.ids)
  else if (chosen.kind === 'stage') deleteStage(editor, chosen.id)
  else deleteLane(editor, chosen.id)
  const count = chosen.kind === 'steps' ? chosen.ids.length : 1
  return { kind: chosen.kind, count, notes: Math.max(0, inTrays(editor) - before) }
}

function inTrays({ workshop, board }: Editor): number {
  const maps = workshop.shapes.all(board.get())
  return maps.reduce((sum, shape) => sum + (shape.kind === 'map' ? (shape.layout?.tray?.count ?? 0) : 0), 0)
}

/** Copies chosen steps, or a chosen lane with its notes. */
export function duplicateChosen(editor: Editor): void {
  const chosen = editor.chosen.get()
  if (chosen?.kind === 'steps') copySteps(editor, chosen.ids)
  if (chosen?.kind === 'lane') duplicateLane(editor, chosen.id)
}

/** What is chosen, as entities that are there. */
interface Found {
  readonly steps: readonly Step[]
  readonly stage?: Stage | undefined
  readonly lane?: Lane | undefined
  readonly journey: Journey | undefined
}

/** Reads what is chosen, with the journey it belongs to. */
export function readChosen(editor: Pick<Editor, 'workshop' | 'chosen'>): Found {
  const { journeys } = editor.workshop
  const chosen = editor.chosen.get()
  if (chosen?.kind === 'lane') {
    const lane = journeys.get('lanes', chosen.id)
    return { steps: [], lane, journey: journeys.get('journeys', lane?.journey) }
  }
  if (chosen?.kind === 'stage') {
    const stage = journeys.get('stages', chosen.id)
    return { steps: [], stage, journey: stage && journeys.journeysOf(stage.story)[0] }
  }
  const steps = chosenSteps(editor).flatMap((id) => journeys.get('steps', id) ?? [])
  return { steps, journey: journeys.get('journeys', steps[0]?.journey) }
}

type View = JourneyMap | Storyboard

/** The view in which something is typed that is shown in several: one that is seen, a map for lanes; if need be the last pressed. */
export function viewToType(editor: Editor): View | undefined {
  const { journey, lane } = readChosen(editor)
  if (!journey) return undefined
  const shows = (shape: View): boolean =>
    shape.kind === 'map' ? shape.journey === journey.id : shape.story === journey.story && !lane
  const { shapes } = editor.workshop
  const isView = (shape: { readonly kind: string }): shape is View =>
    shape.kind === 'map' || shape.kind === 'storyboard'
  const seen = shapes.within(editor.board.get(), visibleBox(editor.camera.get(), editor.viewport.get()))
  const usable = seen.filter(isView).filter(shows)
  const last = usable.find(({ id }) => id === lastViewOf(editor))
  return last ?? usable[0] ?? shapes.shown(editor.board.get()).filter(isView).find(shows)
}

/** Opens the name of what is chosen for typing. */
export function openChosen(editor: Editor): void {
  const shown = viewToType(editor)
  const view = shown?.id
  const { steps, stage, lane } = readChosen(editor)
  const step = steps.at(-1)
  if (!view || editor.fixed) return
  if (step)
    editor.openPart.set({
      view,
      kind: 'step',
      id: step.id,
      part: shown?.kind === 'storyboard' ? 'caption' : 'title',
    })
  else if (stage) editor.openPart.set({ view, kind: 'stage', id: stage.id })
  else if (lane) editor.openPart.set({ view, kind: 'lane', id: lane.id })
}

/** One earlier or later in time, or up or down, as an arrow points; nothing where it points the wrong way. */
function wayOf(journey: Journey | undefined, isLane: boolean, [x, y]: Vec): number {
  if (isLane) return Math.sign(y)
  return Math.sign(x) * (journey?.direction === 'rtl' ? -1 : 1)
}

/** Chooses what lies beside the chosen part, as an arrow points; with `extend`, steps beside as well. */
export function chooseBeside(editor: Editor, arrow: Vec, extend: boolean): boolean {
  if (editor.chosen.get() === null) return false
  const { steps, stage, lane, journey } = readChosen(editor)
  const { journeys } = editor.workshop
  const by = wayOf(journey, lane !== undefined, arrow)
  const last = steps.at(-1)
  if (last) {
    const view = viewToType(editor)
    const across = by === 0 && view?.kind === 'storyboard' ? stepAcross(editor, last, arrow[1]) : undefined
    if (across) chooseStep(editor, across.id)
    else if (by === 0) chooseAcross(editor, last, arrow[1])
    else {
      const all = journeys.stepsOf(last.journey)
      const next = all[all.findIndex(({ id }) => id === last.id) + by]
      if (next) chooseStep(editor, next.id, extend ? 'range' : 'only')
    }
    revealChosen(editor, view)
  } else if (stage) {
    const all = journeys.stagesOf(stage.story)
    const next = all[all.findIndex(({ id }) => id === stage.id) + by]
    if (by !== 0 && next) choosePart(editor, { kind: 'stage', id: next.id })
    if (arrow[1] > 0) chooseFirstOf(editor, stage, journey?.id)
  } else if (lane && by !== 0) {
    const all = journeys.lanesOf(lane.journey).filter(({ hidden }) => !hidden)
    const next = all[all.findIndex(({ id }) => id === lane.id) + by]
    if (next) choosePart(editor, { kind: 'lane', id: next.id })
  }
  return true
}

/** From a step up to its stage. */
function chooseAcross(editor: Editor, { stage }: Step, way: number): void {
  if (way < 0 && editor.workshop.journeys.get('stages', stage))
    choosePart(editor, { kind: 'stage', id: stage })
}

function chooseFirstOf(editor: Editor, { id }: Stage, journey: JourneyId | undefined): void {
  const steps = journey === undefined ? [] : editor.workshop.journeys.stepsOf(journey)
  const first = steps.find(({ stage }) => stage === id)
  if (first) choosePart(editor, { kind: 'steps', ids: [first.id] })
}

/** Moves what is chosen one place on, as an arrow points: steps past the next one, and on into the next stage. */
export function moveChosen(editor: Editor, arrow: Vec): boolean {
  if (editor.chosen.get() === null) return false
  const { steps, stage, lane, journey } = readChosen(editor)
  const by = wayOf(journey, lane !== undefined, arrow)
  if (by === 0 && steps.length > 0) shiftEmotion(editor, chosenSteps(editor), arrow[1] < 0 ? 1 : -1)
  if (by === 0) return true
  const { journeys } = editor.workshop
  if (steps.length > 0) moveSteps(editor, steps, by)
  else if (stage) {
    const others = journeys.stagesOf(stage.story)
    const next = others[others.findIndex(({ id }) => id === stage.id) + by]
    if (next) putStage(editor, stage.id, by > 0 ? { after: next.id } : { before: next.id })
  } else if (lane) {
    const others = journeys.lanesOf(lane.journey).filter(({ hidden }) => !hidden)
    const next = others[others.findIndex(({ id }) => id === lane.id) + by]
    if (next) putLane(editor, lane.id, by > 0 ? { after: next.id } : { before: next.id })
  }
  return true
}

function moveSteps(editor: Editor, steps: readonly Step[], by: number): void {
  const [first] = steps
  if (!first) return
  const { journeys } = editor.workshop
  const moved = new Set<StepId>(steps.map(({ id }) => id))
  const all = journeys.stepsOf(first.journey)
  const places = all.flatMap(({ id }, index) => (moved.has(id) ? [index] : []))
  const edge = (by > 0 ? places.at(-1) : places[0]) ?? 0
  const [own, next] = [all[edge], all[edge + by]]
  const story = journeys.get('journeys', first.journey)?.story
  const stages = story ? journeys.stagesOf(story) : []
  const beside = stages[stages.findIndex(({ id }) => id === own?.stage) + by]
  if (next && next.stage === own?.stage)
    putSteps(editor, moved, { stage: next.stage, ...(by > 0 ? { after: next.id } : { before: next.id }) })
  else if (beside) {
    const head = all.find(({ stage }) => stage === beside.id)
    putSteps(editor, moved, { stage: beside.id, ...(by > 0 && head && { before: head.id }) })
  }
}
