import type { Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { limitGeometry, type FigureShape } from '../../../shared/model/shape.ts'
import { figureSize, isPerson, type FigureId } from '../../../shared/scene/figures/figures.ts'
import type { Editor } from '../editor.ts'
import { addSettled } from '../settleInSections.ts'
import { COPY_OFFSET } from './addShapes.ts'
import { middleOfView } from './lookAt.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/**
 * Puts a figure on top of the board and selects it: with its middle at a page point, or else in the middle of the view,
 * beside figures that were put there before. Nothing happens in a workshop that is read only.
 */
export function placeFigure(editor: Editor, figure: FigureId, point?: Vec): ShapeId | undefined {
  if (editor.readOnly) return undefined
  const [order = 'a0'] = ordersOnTop(editor, 1)
  const added = { ...newFigure(editor, figure, point ?? freePlace(editor, figure)), order }
  editor.workshop.change((change) => addSettled(editor, change, [added]))
  editor.setTool('select')
  editor.selection.set(new Set([added.id]))
  return added.id
}

/** A figure as the next one shall look, its middle at a page point. It is not in the document yet. */
export function newFigure({ board, nextStyle }: Editor, figure: FigureId, [x, y]: Vec): FigureShape {
  const [w, h] = figureSize(figure)
  const { figure: color, mood, hair } = nextStyle.get()
  return {
    id: newShapeId(),
    kind: 'figure',
    figure,
    board: board.get(),
    geometry: limitGeometry([x - w / 2, y - h / 2, w, h, 0]),
    order: 'a0',
    style: { color },
    ...(isPerson(figure) && { mood, hair }),
  }
}

function freePlace(editor: Editor, figure: FigureId): Vec {
  const [w, h] = figureSize(figure)
  let [x, y] = middleOfView(editor)
  while (isTaken(editor, [x - w / 2, y - h / 2])) [x, y] = [x + COPY_OFFSET[0], y + COPY_OFFSET[1]]
  return [x, y]
}

/** Does a figure lie exactly there? */
const isTaken = ({ workshop, board }: Editor, [x, y]: Vec): boolean =>
  workshop.shapes
    .within(board.get(), { x, y, w: 0, h: 0 })
    .some(({ kind, geometry }) => kind === 'figure' && near(geometry[0], x) && near(geometry[1], y))

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1
