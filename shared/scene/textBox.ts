import { LABEL_WIDTH } from '../model/connectorPath.ts'
import { SECTION_HEAD, frameOf, type Connector, type Form, type Texted } from '../model/shape.ts'
import type { TextStyle } from '../model/style.ts'
import { titleWidth } from './sectionHead.ts'
import { footOf } from './noteFoot.ts'
import type { TextBox } from './textLayout.ts'

/** Space between a note's edge and its text, in page units. */
export const NOTE_PADDING = 14
/** Side of a new note, in page units. */
export const NOTE_SIZE = 200
const NOTE_WEIGHT = 450
/** Largest size of text on a note of NOTE_SIZE; larger notes may use larger text. */
const LARGEST = 28
/** Of text on a note in a cell of a map: those are to look alike. */
const LARGEST_IN_CELL = 16

/** Around text that lies on the board by itself, in page units. */
export const TEXT_PADDING = 4
const FORM_PADDING = 12
/** The largest box in the form, as what is left out of width and height on each side. */
const FORM_INSET: Readonly<Record<Form['form'], TextBox['inset']>> = {
  rectangle: undefined,
  ellipse: [0.146, 0.146],
  diamond: [0.25, 0.25],
}
const FORM_FONT = 20
export const LABEL_FONT = 14
export const LABEL_PADDING = 4
const TITLE_FONT = 20
const WEIGHT = 450
const TITLE_WEIGHT = 600

/** How the text of a shape is set, in a box as wide and tall as the shape itself (before it grows). Page units. */
export function textBoxOf(shape: Texted): TextBox {
  const [, , w, h] = shape.geometry
  const { text, marks } = shape
  const common = { text, marks, w, h, weight: WEIGHT }
  switch (shape.kind) {
    case 'note': {
      const most = shape.cell ? LARGEST_IN_CELL : LARGEST * Math.max(1, Math.min(w, h) / NOTE_SIZE)
      return {
        ...common,
        ...setting(shape.style, 'center'),
        padding: NOTE_PADDING,
        foot: footOf(shape),
        weight: NOTE_WEIGHT,
        size: sizeOf(shape.style, { most }),
        vertical: 'middle',
      }
    }
    case 'text':
      return {
        ...common,
        ...setting(shape.style, 'start'),
        padding: TEXT_PADDING,
        size: { fixed: shape.style.font },
        vertical: 'top',
        unbroken: shape.autoWidth,
      }
    case 'form':
      return {
        ...common,
        ...setting(shape.style, 'center'),
        padding: FORM_PADDING,
        inset: FORM_INSET[shape.form],
        size: sizeOf(shape.style, { fixed: FORM_FONT }),
        vertical: 'middle',
      }
    case 'connector':
      return labelBox(shape)
    case 'section':
      return {
        ...common,
        ...setting({}, 'start'),
        w: titleWidth(shape),
        h: Math.min(frameOf(shape).h, SECTION_HEAD),
        padding: 14,
        weight: TITLE_WEIGHT,
        size: { fixed: TITLE_FONT },
        vertical: 'middle',
      }
  }
}

/** No line of the shape's text is set larger than this; page units. */
export function largestFont({ kind, style, geometry: [, , w, h] }: Texted): number {
  switch (kind) {
    case 'note':
      return style.font ?? LARGEST * Math.max(1, Math.min(w, h) / NOTE_SIZE)
    case 'text':
      return style.font
    case 'form':
      return style.font ?? FORM_FONT
    case 'connector':
      return LABEL_FONT
    case 'section':
      return TITLE_FONT
  }
}

function labelBox({ text, marks }: Connector): TextBox {
  return {
    text,
    marks,
    ...setting({}, 'center'),
    w: LABEL_WIDTH,
    h: LABEL_FONT,
    padding: LABEL_PADDING,
    weight: 500,
    size: { fixed: LABEL_FONT },
    vertical: 'middle',
  }
}

const setting = ({ align, direction }: TextStyle, otherwise: TextBox['align']) => ({
  align: align ?? otherwise,
  direction: direction ?? ('auto' as const),
})

const sizeOf = ({ font }: TextStyle, otherwise: TextBox['size']): TextBox['size'] =>
  font === undefined ? otherwise : { fixed: font }
