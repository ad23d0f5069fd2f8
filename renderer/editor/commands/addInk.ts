import { packInk, type InkPoint } from '../../../shared/model/inkPoints.ts'
import { newGroupId, newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import type { Ink } from '../../../shared/model/shape.ts'
import { simplifyInk } from '../../../shared/model/simplifyInk.ts'
import type { Editor } from '../editor.ts'
import type { LiveStroke } from '../liveStroke.ts'
import { keepInFrame } from '../settleInFrames.ts'
import { addSettled } from '../settleInSections.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** How far the stroke that is kept may be from the one that was drawn, in screen units. */
const MOST_ERROR = 0.3
/** Most points of one shape: what they are packed into has its limit, and a stroke is drawn as a whole. */
const MOST_POINTS = 5000

/** Puts a stroke on top of the board. An endless one becomes several shapes, in a group. One undo step. */
export function addInk(editor: Editor, { tool, color, width, points }: LiveStroke): readonly ShapeId[] {
  const [first] = points
  if (editor.readOnly || !first) return []
  const parts = split(simplifyInk(points, MOST_ERROR / editor.camera.get().zoom))
  const orders = ordersOnTop(editor, parts.length)
  const group = parts.length > 1 ? { groups: [newGroupId()] } : {}
  const strokes = parts.map((part, index): Ink => {
    const { box, packed } = packInk(part)
    return {
      id: newShapeId(),
      kind: 'ink',
      board: editor.board.get(),
      geometry: [box.x, box.y, box.w, box.h, 0],
      order: orders[index] ?? 'a0',
      tool,
      points: packed,
      style: { color, width },
      ...group,
    }
  })
  editor.workshop.change((change) => {
    addSettled(editor, change, strokes)
    keepInFrame(editor, change, strokes, first.point)
  })
  return strokes.map(({ id }) => id)
}

/** Parts that begin where the one before ends. */
function split(points: readonly InkPoint[]): (readonly InkPoint[])[] {
  const parts: (readonly InkPoint[])[] = []
  for (let start = 0; start === 0 || start < points.length - 1; start += MOST_POINTS)
    parts.push(points.slice(start, start + MOST_POINTS + 1))
  return parts
}
