import type { Note, PlainText, Shape, Texted } from '../../../shared/model/shape.ts'
import { fitTextAt } from '../../../shared/scene/fitText.ts'
import { NOTE_SIZE } from '../../../shared/scene/textBox.ts'
import { grownToText } from '../../../shared/scene/textLayout.ts'
import { authorOf } from '../authorOf.ts'
import type { Editor } from '../editor.ts'
import { placeableShapes } from '../units.ts'

/** What can become something else: the shapes of which the text is what matters. */
type Convertible = Extract<Texted, { kind: 'note' | 'text' | 'form' }>

const isConvertible = (shape: Shape): shape is Convertible =>
  shape.kind === 'note' || shape.kind === 'text' || shape.kind === 'form'

/** Makes notes of the selected texts and forms. They keep their words, their place and what is attached. One step. */
export function convertToNotes(editor: Editor): void {
  convert(editor, (shape) => (shape.kind === 'note' ? undefined : noteFrom(shape, editor)))
}

/** Makes plain text of the selected notes and forms. One step. */
export function convertToTexts(editor: Editor): void {
  convert(editor, (shape) => (shape.kind === 'text' ? undefined : textFrom(shape, editor)))
}

/** Is there anything among the selection that could become this? */
export const canConvertTo = (editor: Editor, kind: 'note' | 'text'): boolean =>
  convertible(editor).some((shape) => shape.kind !== kind)

/** Not the cards of maps: only notes lie in cells, and all that is known of them would be lost. */
const convertible = (editor: Editor): readonly Convertible[] => placeableShapes(editor).filter(isConvertible)

function convert(editor: Editor, make: (shape: Convertible) => Shape | undefined): void {
  if (editor.readOnly) return
  const made = convertible(editor).flatMap((shape) => make(shape) ?? [])
  if (made.length === 0) return
  const { stored } = editor.workshop.shapes.placement
  editor.workshop.change((change) => {
    // Their place among others in a frame is not that on the board.
    for (const shape of made) change.become({ ...shape, order: stored(shape.id)?.order ?? shape.order })
  })
}

/** What any shape has, whatever its kind. What is drawn in a frame stays in it. */
function commonOf({ id, board, order, geometry, groups, section, frame, text, marks }: Convertible) {
  return {
    id,
    board,
    order,
    geometry,
    text,
    ...(marks && { marks }),
    ...(groups && { groups }),
    ...(section && { section }),
    ...(frame && { frame }),
    grow: 0,
  }
}

function noteFrom(shape: Convertible, editor: Editor): Note {
  const [x, y, w, h, rotation] = shape.geometry
  const side = shape.kind === 'form' ? { w, h } : { w: NOTE_SIZE, h: NOTE_SIZE }
  return grownToText<Note>(
    {
      ...commonOf(shape),
      kind: 'note',
      geometry: [x, y, side.w, side.h, rotation],
      style: { color: editor.noteColor.get() },
      ...authorOf(editor),
    },
    editor.measure,
  )
}

function textFrom(shape: Convertible, { nextStyle, measure }: Editor): PlainText {
  const [x, y, w, h, rotation] = shape.geometry
  const { font, stroke } = nextStyle.get()
  const text: PlainText = {
    ...commonOf(shape),
    kind: 'text',
    geometry: [x, y, w, h, rotation],
    style: { color: stroke, font },
    autoWidth: true,
  }
  return fitTextAt(text, [x, y], measure)
}
