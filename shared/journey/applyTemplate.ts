import type { ShapeId } from '../model/ids.ts'
import { ordersAbove } from '../model/order.ts'
import type { Change } from '../model/workshop.ts'
import type { Stage } from './entities.ts'
import { newId, stageId, storyId, type StoryId } from './ids.ts'
import { localize, type Template } from './template.ts'
import { makeCast } from './templateCast.ts'
import { makeFeedback, makeGaps, makeLinks, makeMetrics } from './templateExtras.ts'
import { makeJourneys, type Made } from './templateJourneys.ts'
import { makeDrawings, makeNotes, type Stack } from './templateNotes.ts'
import { freshOrders, type TemplateUse } from './templateUse.ts'
import { placeViews } from './templateViews.ts'

/** What was made of a template. */
export interface MadeOfTemplate {
  readonly story: StoryId
  /** Storyboard and maps, in the order in which they were placed. */
  readonly views: readonly ShapeId[]
}

/** Makes all that a template has and puts its views on the board. To be run within one change, which is one undo step. */
export function applyTemplate(change: Change, template: Template, use: TemplateUse): MadeOfTemplate {
  const story = newId(storyId)
  const cast = makeCast(change, template, use)
  const stages = makeStages(change, template, story, use)
  const journeys = makeJourneys(change, template.journeys, { story, cast, stages, use })
  const made: Made = { cast, stages, journeys }
  const stack = onTop(use)
  const views = placeViews(change, template, made, use, stack)
  for (const one of journeys) {
    makeLinks(change, one, use)
    makeMetrics(change, one, made, use)
    const notes = makeNotes(change, one, made, use, stack)
    makeGaps(change, one, notes, use)
    makeDrawings(change, one, use, stack)
  }
  makeFeedback(change, template, made, use, stack)
  return { story, views }
}

/** Gives one order after the other, above all that lies on the board. */
function onTop({ workshop, board }: TemplateUse): Stack {
  const shapes = workshop.shapes.all(board)
  let last = shapes.map(({ order }) => order).toReversed()
  return () => {
    const [order = 'a0'] = ordersAbove(last, 1)
    last = [order]
    return order
  }
}

function makeStages(
  change: Change,
  { stages }: Template,
  story: StoryId,
  { language }: TemplateUse,
): ReadonlyMap<string, Stage> {
  const orders = freshOrders(stages.length)
  return new Map(
    stages.map(({ key, name, phase }, index) => {
      const stage: Stage = {
        id: newId(stageId),
        order: orders[index] ?? 'a0',
        story,
        name: localize(name, language),
        ...(phase && { phase }),
      }
      change.put('stages', stage)
      return [key, stage]
    }),
  )
}
