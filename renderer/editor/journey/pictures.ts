import { contains, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import type { StepId } from '../../../shared/journey/ids.ts'
import { byOrder, ordersAbove } from '../../../shared/model/order.ts'
import { selectedShapes, type Editor } from '../editor.ts'

/** The picture of a step's frame. */
export interface Picture {
  readonly step: StepId
  /** Page units. */
  readonly box: Box
}

type Surroundings = Pick<Editor, 'workshop' | 'board'>

/** The picture of a step's frame on the board that is shown; nothing if it is not to be seen there. */
export function pictureOf({ workshop, board }: Surroundings, step: StepId): Picture | undefined {
  const { journeys, shapes } = workshop
  const journey = journeys.get('journeys', journeys.get('steps', step)?.journey)
  const view = journey && shapes.placement.storyboardOf(journey.story)
  if (!view || shapes.get(view)?.board !== board.get() || shapes.isHidden(view)) return undefined
  const box = shapes.placement.pictureOf(step)
  return box && { step, box }
}

/** The picture at a page point. */
export function pictureAt(editor: Surroundings, point: Vec): Picture | undefined {
  const { workshop, board } = editor
  const here = { x: point[0], y: point[1], w: 0, h: 0 }
  for (const shape of workshop.shapes.within(board.get(), here).toReversed()) {
    if (shape.kind !== 'storyboard') continue
    for (const step of shape.layout?.pictures.keys() ?? []) {
      const picture = pictureOf(editor, step)
      if (picture && contains(picture.box, point)) return picture
    }
  }
  return undefined
}

/** The picture somebody is at work on: that of the one frame that is chosen, or in which the selected shapes lie. */
export function chosenPicture(editor: Editor): Picture | undefined {
  const chosen = editor.chosen.get()
  if (chosen?.kind === 'steps') {
    const [step, more] = chosen.ids
    return step === undefined || more !== undefined ? undefined : pictureOf(editor, step)
  }
  const [step, more] = new Set(selectedShapes(editor).map(({ frame }) => frame))
  return step === undefined || more !== undefined ? undefined : pictureOf(editor, step)
}

/** Stacking orders for `count` new shapes on top of what is drawn in a step's frame, lowest first. */
export function ordersInPicture(
  { workshop }: Pick<Editor, 'workshop'>,
  step: StepId,
  count: number,
): string[] {
  const { placement } = workshop.shapes
  // What lies in a frame is read above its storyboard; the order among it is the one that is stored.
  const drawn = placement.inFrame(step).flatMap((id) => placement.stored(id) ?? [])
  return ordersAbove(
    drawn
      .sort(byOrder)
      .map(({ order }) => order)
      .toReversed(),
    count,
  )
}
