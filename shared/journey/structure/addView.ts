import type { Vec } from '../../geometry/vec.ts'
import { newShapeId, type BoardId, type ShapeId } from '../../model/ids.ts'
import { ordersAbove } from '../../model/order.ts'
import type { Geometry, JourneyMap, Storyboard } from '../../model/shape.ts'
import type { Change, Workshop } from '../../model/workshop.ts'
import type { JourneyId, StoryId } from '../ids.ts'

interface At {
  readonly board: BoardId
  /** Where its top-left corner comes, page units. */
  readonly at: Vec
}

export interface AddedView {
  readonly id: ShapeId
  /** It was on a board before, and has stayed there: each has one map and one storyboard. */
  readonly there: boolean
}

/** Puts the map of a journey on a board, on top, unless it is on one. */
export function addMapView(
  workshop: Pick<Workshop, 'shapes'>,
  change: Change,
  { journey, ...at }: At & { readonly journey: JourneyId },
): AddedView {
  const known = workshop.shapes.placement.mapOf(journey)
  if (known !== undefined) return { id: known, there: true }
  return put(change, { ...placed(workshop, at), kind: 'map', journey })
}

/** Puts the storyboard of a story on a board, on top, unless it is on one. */
export function addStoryboardView(
  workshop: Pick<Workshop, 'shapes'>,
  change: Change,
  { story, ...at }: At & { readonly story: StoryId },
): AddedView {
  const known = workshop.shapes.placement.storyboardOf(story)
  if (known !== undefined) return { id: known, there: true }
  return put(change, { ...placed(workshop, at), kind: 'storyboard', story })
}

function placed({ shapes }: Pick<Workshop, 'shapes'>, { board, at: [x, y] }: At) {
  const stack = shapes.all(board).map(({ order }) => order)
  const [order = 'a0'] = ordersAbove(stack.toReversed(), 1)
  // Its width and height follow from what it shows.
  const geometry: Geometry = [x, y, 1, 1, 0]
  return { id: newShapeId(), board, order, geometry }
}

function put(change: Change, view: JourneyMap | Storyboard): AddedView {
  change.add(view)
  return { id: view.id, there: false }
}
