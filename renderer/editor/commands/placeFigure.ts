import { boxAbout, center, type Box } from '../../../shared/geometry/box.ts'
import type { Vec } from '../../../shared/geometry/vec.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { frameOf, limitGeometry, type FigureShape } from '../../../shared/model/shape.ts'
import { figureSize, isPerson, type FigureId } from '../../../shared/scene/figures/figures.ts'
import type { Editor } from '../editor.ts'
import { chosenPicture, pictureAt, type Picture } from '../journey/pictures.ts'
import { addSettled } from '../settleInSections.ts'
import { middleOfView } from './lookAt.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/**
 * Puts a figure on top of the board and selects it: with its middle at a page point; or else into the picture that
 * somebody is at work on, or in the middle of the view, beside figures that were put there before. In a picture it is
 * smaller. Nothing happens in a workshop that is read only.
 */
export function placeFigure(editor: Editor, figure: FigureId, point?: Vec): ShapeId | undefined {
  if (editor.readOnly) return undefined
  const picture = point ? pictureAt(editor, point) : chosenPicture(editor)
  const box = boxIn(figure, picture, point ?? (picture ? center(picture.box) : middleOfView(editor)))
  const [order = 'a0'] = ordersOnTop(editor, 1)
  const added = { ...newFigure(editor, figure, point ? box : freeBox(editor, box)), order }
  const framed = picture ? { ...added, frame: picture.step } : added
  editor.workshop.change((change) => addSettled(editor, change, [framed]))
  editor.setTool('select')
  editor.selection.set(new Set([added.id]))
  return added.id
}

/** Where a figure comes to lie if it is let go with its middle at a page point. */
export const figureBoxAt = (editor: Editor, figure: FigureId, point: Vec): Box =>
  boxIn(figure, pictureAt(editor, point), point)

/** A standing person takes up so much of a picture's height; everything else is smaller by the same factor. */
const SHARE = 0.86
const PERSON_HEIGHT = figureSize('person.standing')[1]

function boxIn(figure: FigureId, picture: Picture | undefined, middle: Vec): Box {
  const [w, h] = figureSize(figure)
  const scale = picture ? Math.min(1, (SHARE * picture.box.h) / PERSON_HEIGHT) : 1
  return boxAbout(middle, w * scale, h * scale)
}

/** A figure as the next one shall look. It is not in the document yet. */
function newFigure({ board, nextStyle }: Editor, figure: FigureId, { x, y, w, h }: Box): FigureShape {
  const { figure: color, mood, hair } = nextStyle.get()
  return {
    id: newShapeId(),
    kind: 'figure',
    figure,
    board: board.get(),
    geometry: limitGeometry([x, y, w, h, 0]),
    order: 'a0',
    style: { color },
    ...(isPerson(figure) && { mood, hair }),
  }
}

/** From one figure to the next that was put into the same place, in page units. */
const STEP = 24

/** The same box, moved aside until no figure has its middle there. */
function freeBox(editor: Editor, box: Box): Box {
  let { x } = box
  while (isTaken(editor, center({ ...box, x }))) x += STEP
  return { ...box, x }
}

/** Is the page point the middle of a figure? */
const isTaken = ({ workshop, board }: Editor, point: Vec): boolean =>
  workshop.shapes
    .within(board.get(), { x: point[0], y: point[1], w: 0, h: 0 })
    .some((shape) => shape.kind === 'figure' && near(center(frameOf(shape)), point))

const near = (a: Vec, b: Vec): boolean => Math.abs(a[0] - b[0]) < 1 && Math.abs(a[1] - b[1]) < 1
