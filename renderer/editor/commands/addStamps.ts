import type { Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId, type BoardId, type ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf, limitGeometry, type Shape, type Stamp } from '../../../shared/model/shape.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { hasLock } from '../locks.ts'
import { addSettled } from '../settleInSections.ts'
import { isStampHost, stampHostAt } from '../stampHost.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Side of a stamp, in page units. */
export const STAMP_SIZE = 48
/** From one stamp in a row to the next, in page units. */
const STEP = 40

/** Puts the next stamp with its middle at a page point, on the shape that lies there. */
export function addStamp(editor: Editor, middle: Vec): ShapeId | undefined {
  if (editor.readOnly) return undefined
  const host = stampHostAt(editor.workshop.shapes, editor.board.get(), middle)
  const [stamp] = stampsAt(editor, [{ middle, host }])
  if (!stamp) return undefined
  editor.workshop.change((change) => addSettled(editor, change, [stamp]))
  return stamp.id
}

/** Shapes that `stampSelection` would put a stamp on. */
export const stampable = (editor: Editor): readonly Shape[] =>
  editor.readOnly
    ? []
    : selectedShapes(editor).filter((shape) => isStampHost(shape) && !hasLock(editor, shape))

/** Puts the next stamp on every selected shape that can have one, beside those that are there. One undo step. */
export function stampSelection(editor: Editor): number {
  const hosts = stampable(editor)
  if (hosts.length === 0) return 0
  const stamps = stampsAt(
    editor,
    hosts.map((host) => ({ host, middle: freePlaceOn(editor, host) })),
  )
  editor.workshop.change((change) => addSettled(editor, change, stamps))
  return stamps.length
}

/** A stamp for a shape, beside those that are on it. */
export function stampOn(editor: Editor, host: Shape, emoji: string): Stamp {
  const [order] = ordersOnTop(editor, 1, host.board)
  return stampAt(host.board, { middle: freePlaceOn(editor, host), host }, emoji, order)
}

interface Place {
  readonly middle: Vec
  readonly host: Shape | undefined
}

function stampsAt(editor: Editor, places: readonly Place[]): readonly Stamp[] {
  const orders = ordersOnTop(editor, places.length)
  const emoji = editor.nextStyle.get().stamp
  return places.map((place, index) => stampAt(editor.board.get(), place, emoji, orders[index]))
}

const stampAt = (board: BoardId, { middle: [x, y], host }: Place, emoji: string, order = 'a0'): Stamp => ({
  id: newShapeId(),
  kind: 'stamp',
  board,
  geometry: limitGeometry([x - STAMP_SIZE / 2, y - STAMP_SIZE / 2, STAMP_SIZE, STAMP_SIZE, 0]),
  order,
  emoji,
  ...(host && { on: host.id }),
})

/** In rows along the lower edge, from the right, upwards. */
function freePlaceOn({ workshop }: Editor, host: Shape): Vec {
  const { x, y, w, h } = boundsOf(host)
  const count = workshop.shapes.referrers(host.id).filter(({ kind }) => kind === 'stamp').length
  const columns = Math.max(1, Math.floor(w / STEP))
  const [column, row] = [count % columns, Math.floor(count / columns)]
  return [x + w - STEP / 2 - column * STEP, Math.max(y, y + h - STEP / 4 - row * STEP)]
}
