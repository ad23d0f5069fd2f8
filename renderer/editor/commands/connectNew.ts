import { boxAbout, center, grow, intersects, type Box } from '../../../shared/geometry/box.ts'
import { add, type Vec } from '../../../shared/geometry/vec.ts'
import { routed } from '../../../shared/model/connectorPath.ts'
import { newShapeId } from '../../../shared/model/ids.ts'
import {
  boundsOf,
  frameOf,
  limitGeometry,
  type Form,
  type Note,
  type Shape,
} from '../../../shared/model/shape.ts'
import { NOTE_SIZE } from '../../../shared/scene/textBox.ts'
import type { Editor } from '../editor.ts'
import { reveal } from './lookAt.ts'
import { newConnector } from './createConnector.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Between a shape and the one connected to it, in page units: room for an arrow. */
const GAP = 100
/** Places looked at before a new shape may cover another. */
const MOST_STEPS = 20

/** Which way a place of a shape (0 to 1 of width and height) looks. */
export const wayOut = (anchor: Vec): Vec => [Math.sign(anchor[0] - 0.5), Math.sign(anchor[1] - 0.5)]

/** An empty shape like `from` next to it, on the side of `anchor`, where there is room. */
export function neighbourOf(editor: Editor, from: Shape, anchor: Vec): Note | Form {
  const [dx, dy] = wayOut(anchor)
  const { w, h } = sizeLike(from)
  const frame = frameOf(from)
  let middle = add(center(frame), [dx * (frame.w / 2 + GAP + w / 2), dy * (frame.h / 2 + GAP + h / 2)])
  // To the side if something is there already: two things that come from one.
  const step: Vec = dx === 0 ? [w + GAP / 2, 0] : [0, h + GAP / 2]
  for (let tries = 0; tries < MOST_STEPS && isTaken(editor, boxAbout(middle, w, h)); tries++)
    middle = add(middle, step)
  return shapeLike(editor, from, middle)
}

/** An empty shape like `from` whose side lies at a page point, on the way out of `anchor`. */
export function shapeAtEnd(editor: Editor, from: Shape, anchor: Vec, point: Vec): Note | Form {
  const [dx, dy] = wayOut(anchor)
  const { w, h } = sizeLike(from)
  return shapeLike(editor, from, add(point, [(dx * w) / 2, (dy * h) / 2]))
}

const isTaken = ({ workshop, board }: Editor, box: Box): boolean =>
  workshop.shapes
    .within(board.get(), box)
    .some(
      (shape) =>
        shape.kind !== 'connector' && shape.kind !== 'section' && intersects(boundsOf(shape), grow(box, -1)),
    )

const isLikeable = (shape: Shape): shape is Note | Form => shape.kind === 'note' || shape.kind === 'form'

const sizeLike = (from: Shape): { readonly w: number; readonly h: number } =>
  isLikeable(from) ? { w: from.geometry[2], h: from.geometry[3] } : { w: NOTE_SIZE, h: NOTE_SIZE }

function shapeLike(editor: Editor, from: Shape, middle: Vec): Note | Form {
  const { w, h } = sizeLike(from)
  const base = {
    id: newShapeId(),
    board: editor.board.get(),
    order: 'a0',
    geometry: limitGeometry([middle[0] - w / 2, middle[1] - h / 2, w, h, 0]),
    text: '',
    grow: 0,
    ...(from.section !== undefined && { section: from.section }),
  }
  if (from.kind === 'form') return { ...base, kind: 'form', form: from.form, style: from.style }
  const style = from.kind === 'note' ? from.style : { color: editor.noteColor.get() }
  return { ...base, kind: 'note', style }
}

/** Adds a shape with an arrow to it from a place of another, selects it and opens its text. One undo step. */
export function addConnected(editor: Editor, from: Shape, anchor: Vec, next: Note | Form): void {
  if (editor.readOnly) return
  const [lower = 'a0', upper = 'a1'] = ordersOnTop(editor, 2)
  const connector = newConnector(editor, 'arrow', {
    start: { point: [0, 0], shape: from.id, anchor: [anchor[0], anchor[1]] },
    end: { point: [0, 0], shape: next.id },
  })
  const lookup = (id: Shape['id']) => (id === next.id ? next : editor.workshop.shapes.get(id))
  editor.workshop.change((change) => {
    change.add({ ...next, order: lower })
    change.add({ ...routed(connector, lookup), order: upper })
  })
  editor.selection.set(new Set([next.id]))
  editor.editing.set(next.id)
  reveal(editor, next.id)
}
