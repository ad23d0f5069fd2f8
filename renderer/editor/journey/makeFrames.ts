import type { Box } from '../../../shared/geometry/box.ts'
import type { Phase } from '../../../shared/journey/entities.ts'
import { frameWords } from '../../../shared/journey/flow/flowMoments.ts'
import {
  newId,
  stageId,
  type JourneyId,
  type MomentId,
  type StageId,
  type StoryId,
} from '../../../shared/journey/ids.ts'
import { addSteps } from '../../../shared/journey/structure/addSteps.ts'
import { addMapView, addStoryboardView } from '../../../shared/journey/structure/addView.ts'
import type { Step } from '../../../shared/model/history.ts'
import { ordersAbove } from '../../../shared/model/order.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf } from '../../../shared/model/shape.ts'
import type { Editor } from '../editor.ts'
import { freePlace } from './journeyCommands.ts'

/** Adds several stages at the end of a story. One undo step. */
export function addStages(
  { workshop, fixed }: Editor,
  story: StoryId,
  stages: readonly { readonly name: string; readonly phase?: Phase | undefined }[],
): void {
  if (fixed) return
  const known = workshop.journeys.stagesOf(story).map(({ order }) => order)
  const orders = ordersAbove(known.toReversed(), stages.length)
  workshop.change((change) => {
    for (const [index, { name, phase }] of stages.entries())
      change.put('stages', {
        id: newId(stageId),
        order: orders[index] ?? 'a0',
        story,
        name,
        ...(phase && { phase }),
      })
  })
}

/** A frame to be, in a track and a stage that are there. */
export interface FramePlan {
  readonly journey: JourneyId
  readonly stage: StageId
  /** What it is made from; without one it is empty. */
  readonly moment?: MomentId
}

export interface WantedViews {
  readonly story: StoryId
  readonly storyboard: boolean
  readonly maps: boolean
}

/** Makes frames in the order given, at the end of their stages, and puts the wanted views on the board. One undo step. */
export function makeFrames(editor: Editor, plans: readonly FramePlan[], wanted: WantedViews): void {
  const { workshop, fixed } = editor
  if (fixed) return
  const step: Step = {}
  workshop.change((change) => {
    for (const group of grouped(plans)) {
      const [first] = group
      if (!first) continue
      const fields = group.map(({ moment }) => {
        const found = workshop.journeys.get('moments', moment)
        if (!found) return {}
        const { id, text, feeling } = found
        const votes = found.votes + workshop.ballots.about(id, 'vote').length
        return { ...frameWords(text), moment: id, votes, ...(feeling !== undefined && { emotion: feeling }) }
      })
      const ids = addSteps(workshop, change, { journey: first.journey, stage: first.stage }, fields)
      ids.forEach((id, index) => {
        const moment = group[index]?.moment
        if (moment) change.set('moments', moment, { step: id })
      })
    }
  }, step)
  placeViews(editor, wanted, step)
}

function grouped(plans: readonly FramePlan[]): readonly (readonly FramePlan[])[] {
  const groups = new Map<string, FramePlan[]>()
  for (const plan of plans) {
    const key = `${plan.journey} ${plan.stage}`
    groups.set(key, [...(groups.get(key) ?? []), plan])
  }
  return [...groups.values()]
}

/**
 * Puts a story's storyboard on the board, and the maps of its tracks below it, as far as they are on none. How large each
 * is follows from what it shows, so that the next one is placed once the last is there: all are part of one undo step.
 */
function placeViews(editor: Editor, { story, storyboard, maps }: WantedViews, step: Step): void {
  const { workshop } = editor
  const { placement } = workshop.shapes
  const board = editor.board.get()
  const [first, ...others] = workshop.journeys.journeysOf(story)
  if (!first) return
  if (storyboard)
    workshop.change((change) => {
      addStoryboardView(workshop, change, { story, board, at: freePlace(editor) })
    }, step)
  if (!maps) return
  const above = boxOn(editor, placement.storyboardOf(story))
  for (const { id: journey, kind, direction } of [first, ...others]) {
    if (kind !== first.kind || placement.mapOf(journey) !== undefined) continue
    const [left, y] = freePlace(editor)
    workshop.change((change) => {
      addMapView(workshop, change, { journey, board, at: [above?.x ?? left, y] })
    }, step)
    const map = placement.mapOf(journey)
    const box = boxOn(editor, map)
    // Where time goes to the left, both begin on the right.
    if (map && box && above && direction === 'rtl')
      workshop.change(
        (change) => change.update(map, { geometry: [above.x + above.w - box.w, box.y, box.w, box.h, 0] }),
        step,
      )
  }
}

/** What a view covers of the board that is shown, if it is on it. */
function boxOn({ workshop, board }: Editor, id: ShapeId | undefined): Box | undefined {
  const shape = id && workshop.shapes.get(id)
  return shape && shape.board === board.get() ? boundsOf(shape) : undefined
}
