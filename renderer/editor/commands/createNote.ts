import { center, grow } from '../../../shared/geometry/box.ts'
import { add, distance, type Vec } from '../../../shared/geometry/vec.ts'
import { ROLE_COLORS } from '../../../shared/journey/roleColors.ts'
import type { NoteColor } from '../../../shared/model/color.ts'
import { newShapeId, type ShapeId } from '../../../shared/model/ids.ts'
import { boundsOf, type Note, type Shape } from '../../../shared/model/shape.ts'
import { NOTE_SIZE } from '../../../shared/scene/textBox.ts'
import { authorOf } from '../authorOf.ts'
import type { Editor } from '../editor.ts'
import { cellUnder, isCard } from '../journey/cellsOnBoard.ts'
import { addSettled } from '../settleInSections.ts'
import { COPY_OFFSET } from './addShapes.ts'
import { placeForNew, reveal } from './lookAt.ts'
import { ordersOnTop } from './ordersOnTop.ts'

/** Between a note and the next one typed beside it, in page units. */
const GAP = 20
/** Steps to look for a free place before a note may cover another. */
const MOST_STEPS = 100

/** A new note where something new belongs; a little aside if another note already lies exactly there. */
export function createNoteHere(editor: Editor): ShapeId | undefined {
  let middle = placeForNew(editor)
  for (let step = 0; step < MOST_STEPS && coversExactly(editor, middle); step++)
    middle = add(middle, COPY_OFFSET)
  return createNote(editor, middle)
}

/** The next note beside the one being typed, in its colour: to the right, or to the left in right-to-left order. */
export function createNoteBeside(editor: Editor, id: ShapeId, direction: 'ltr' | 'rtl'): ShapeId | undefined {
  const shape = editor.workshop.shapes.get(id)
  if (!shape) return undefined
  if (shape.kind === 'note' && isCard(editor, shape)) return createCardBelow(editor, shape)
  const { x, y, w } = boundsOf(shape)
  const side = direction === 'rtl' ? -1 : 1
  let middle: Vec = [x + w / 2 + side * (w / 2 + GAP + NOTE_SIZE / 2), y + NOTE_SIZE / 2]
  for (let step = 0; step < MOST_STEPS && isTaken(editor, middle); step++)
    middle = add(middle, [side * (NOTE_SIZE + GAP), 0])
  if (shape.kind === 'note') editor.noteColor.set(shape.style.color)
  const next = createNote(editor, middle)
  if (next) reveal(editor, next)
  return next
}

function coversExactly(editor: Editor, middle: Vec): boolean {
  return shapesAround(editor, middle, 1).some((shape) => distance(center(boundsOf(shape)), middle) < 4)
}

const isTaken = (editor: Editor, middle: Vec): boolean =>
  shapesAround(editor, middle, NOTE_SIZE / 2).length > 0

function shapesAround({ workshop, board }: Editor, [x, y]: Vec, reach: number): readonly Shape[] {
  return workshop.shapes.within(board.get(), grow({ x, y, w: 0, h: 0 }, reach))
}

/** The next card of the same cell, right below one that is there, in its colour. */
function createCardBelow(editor: Editor, card: Note): ShapeId | undefined {
  const { x, y, w, h } = boundsOf(card)
  const next = createNote(editor, [x + w / 2, y + h / 2 + 1], card.style.color)
  if (next) reveal(editor, next)
  return next
}

/** What colour notes have that lie there, if it is a cell of a map. A page point. */
function roleColorAt(editor: Editor, point: Vec): NoteColor | undefined {
  const found = cellUnder(editor, point)
  return found && ROLE_COLORS[found.cell.role]
}

/** Puts an empty note with its middle at a page point, selects it and opens it for typing. */
export function createNote(
  editor: Editor,
  middle: Vec,
  color: NoteColor = roleColorAt(editor, middle) ?? editor.noteColor.get(),
): ShapeId | undefined {
  if (editor.readOnly) return undefined
  const id = newShapeId()
  const [order = 'a0'] = ordersOnTop(editor, 1)
  const note: Note = {
    id,
    kind: 'note',
    board: editor.board.get(),
    geometry: [middle[0] - NOTE_SIZE / 2, middle[1] - NOTE_SIZE / 2, NOTE_SIZE, NOTE_SIZE, 0],
    order,
    style: { color },
    text: '',
    grow: 0,
    ...authorOf(editor),
  }
  editor.workshop.change((change) => addSettled(editor, change, [note]))
  editor.selection.set(new Set([id]))
  editor.editing.set(id)
  return id
}
