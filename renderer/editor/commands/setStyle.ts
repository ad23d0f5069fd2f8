import type { InkColor, NoteColor } from '../../../shared/model/color.ts'
import type { FigureShape, Mood, Shape } from '../../../shared/model/shape.ts'
import type { Patch } from '../../../shared/model/workshop.ts'
import {
  connectorStyle,
  figureStyle,
  formStyle,
  inkStyle,
  noteStyle,
  plainTextStyle,
  sectionStyle,
  type Alignment,
  type Dash,
  type Fill,
  type Head,
  type Route,
  type StrokeWidth,
  type TextDirection,
} from '../../../shared/model/style.ts'
import { isPerson } from '../../../shared/scene/figures/figures.ts'
import { FIRST_HAIR } from '../../../shared/scene/figures/part.ts'
import { fitPatch, fitText } from '../../../shared/scene/fitText.ts'
import type { Measure } from '../../../shared/scene/ops.ts'
import { selectedShapes, type Editor } from '../editor.ts'
import { isLocked } from '../locks.ts'
import type { NextStyle } from '../nextStyle.ts'

/** What is to look different. `undefined` goes back to what is automatic: the size and the alignment of text. */
export interface StylePatch {
  /** Lines of forms and connectors, ink, and text that lies on the board. */
  readonly stroke?: InkColor
  readonly fill?: Fill
  readonly width?: StrokeWidth
  readonly dash?: Dash
  /** Page units. */
  readonly font?: number | undefined
  readonly align?: Alignment | undefined
  readonly direction?: TextDirection
  readonly route?: Route
  readonly startHead?: Head
  readonly endHead?: Head
  /** Paper of notes, ground of sections and what figures wear. */
  readonly color?: NoteColor
  /** Of people in pictures. */
  readonly mood?: Mood
  /** Of people in pictures: see `HAIRS`. */
  readonly hair?: string
}

/**
 * Gives every selected shape that has them new properties, in one step, and whatever is made next, too. What lies on
 * the board but is locked stays as it is.
 */
export function setStyle(editor: Editor, patch: StylePatch): void {
  const shapes = selectedShapes(editor)
  setNextStyle(editor, patch, shapes)
  if (editor.readOnly) return
  const changes = shapes.flatMap((shape) => {
    const change = isLocked(editor, shape) ? undefined : restyled(shape, patch, editor.measure)
    return change ? [{ id: shape.id, change }] : []
  })
  if (changes.length === 0) return
  editor.workshop.change((document) => {
    for (const { id, change } of changes) document.update(id, change)
  })
}

const STYLES = {
  note: noteStyle,
  text: plainTextStyle,
  form: formStyle,
  connector: connectorStyle,
  ink: inkStyle,
  section: sectionStyle,
  figure: figureStyle,
} as const

/** Fields of the shape as they are with another style; nothing if it stays as it is. */
function restyled(shape: Shape, patch: StylePatch, measure: Measure): Patch | undefined {
  if (!('style' in shape)) return undefined
  const person = shape.kind === 'figure' ? personPatch(shape, patch) : {}
  const before: Readonly<Record<string, unknown>> = shape.style
  const wanted = Object.entries(namedFor(shape, patch)).filter(
    ([field, value]) => field in STYLES[shape.kind].shape && before[field] !== value,
  )
  if (wanted.length === 0) return Object.keys(person).length > 0 ? person : undefined
  const after = Object.entries({ ...before, ...Object.fromEntries(wanted) }).filter(
    ([, value]) => value !== undefined,
  )
  const style = STYLES[shape.kind].safeParse(Object.fromEntries(after))
  if (!style.success) return undefined
  const next = { ...shape, style: style.data } as Shape
  return { style: style.data, ...person, ...fitPatch(shape, fitText(next, measure)) }
}

/** What else is different about a person. */
function personPatch(figure: FigureShape, { mood, hair }: StylePatch): Patch {
  if (!isPerson(figure.figure)) return {}
  return {
    ...(mood !== undefined && mood !== (figure.mood ?? 0) && { mood }),
    ...(hair !== undefined && hair !== (figure.hair ?? FIRST_HAIR) && { hair }),
  }
}

/** One colour is called by two names: that of a line, and that of what consists of nothing else. */
function namedFor(
  { kind }: Shape,
  { stroke, color, ...rest }: StylePatch,
): Readonly<Record<string, unknown>> {
  if (kind === 'text' || kind === 'ink') return { ...rest, ...(stroke && { color: stroke }) }
  return { ...rest, ...(stroke && { stroke }), ...(color && { color }) }
}

function setNextStyle(editor: Editor, patch: StylePatch, shapes: readonly Shape[]): void {
  const { color, font, stroke, ...rest } = patch
  const has = (wanted: Shape['kind']) => shapes.some(({ kind }) => kind === wanted)
  const highlights = editor.tool.get() === 'highlighter'
  const next: NextStyle = {
    ...editor.nextStyle.get(),
    ...rest,
    ...(stroke && (highlights ? { highlighter: stroke } : { stroke })),
    ...(font !== undefined && { font }),
    ...(color && has('section') && { section: color }),
    ...(color && has('figure') && { figure: color }),
  }
  editor.nextStyle.set(next)
  if (color && !has('section') && !has('figure')) editor.noteColor.set(color)
}
