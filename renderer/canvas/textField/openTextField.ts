import { smallestEdit, followEdit } from '../../../shared/model/editText.ts'
import type { ShapeId } from '../../../shared/model/ids.ts'
import type { Mark } from '../../../shared/model/marks.ts'
import { hasText, MOST_TEXT, type Texted } from '../../../shared/model/shape.ts'
import { textBoxOf } from '../../../shared/scene/textBox.ts'
import type { Dispose, Store } from '../../../shared/util/store.ts'
import { limitText, lookingAlike, type TextChange } from '../../editor/commands/setText.ts'
import type { Editor } from '../../editor/editor.ts'
import { newLinks, wordBefore, type Typed } from '../../editor/textEdits.ts'
import { beginTyping } from '../../editor/typing.ts'
import { boardTheme, onThemeChange } from '../themeColors.ts'
import { createFormat, type Format } from './fieldFormat.ts'
import { readSelection, textIn, writeSelection } from './fieldSelection.ts'
import { listenToFieldInput } from './listenToFieldInput.ts'
import { distrustParagraphs, showParagraphs, type FieldSelection } from './paragraphElements.ts'
import { placeField } from './placeField.ts'

export interface FieldElements {
  /** Lies over the shape. */
  readonly frame: HTMLElement
  /** What is typed in. */
  readonly field: HTMLElement
}

interface FieldOptions {
  readonly editor: Editor
  readonly id: ShapeId
  /** Counts up when a font has arrived. */
  readonly generation: Store<number>
  readonly onNextNote: () => void
}

/** The parts of an open field that belong together: what it shows, and what its text is. */
export interface Field extends FieldElements {
  readonly editor: Editor
  readonly id: ShapeId
  readonly format: Format
  /** What it shows: the shape's text, except in the middle of a composition. */
  content(): Content
  /** Nothing while the focus is elsewhere. */
  selection(): FieldSelection | undefined
  /** Does what was typed. Nothing may be what it says. */
  run(typed: Typed | undefined): void
  /** Selects a part of the text. */
  select(selection: FieldSelection): void
  /** The elements belong to an input method from now on, or again to us. */
  compose(composing: boolean): void
  /** The elements were changed by somebody else: what they say now is what was typed. */
  takeOver(): void
  /** Lays it over the shape again. */
  place(): void
  /** Typing ends: an address that it ended with becomes a link. */
  finish(): void
  onNextNote(): void
}

export interface Content {
  readonly text: string
  readonly marks: readonly Mark[]
}

/** Opens a shape's text for typing in elements that are in the document already. */
export function openTextField(elements: FieldElements, options: FieldOptions): Dispose {
  const { editor, id, generation } = options
  const field = createField(elements, options)
  const stops = [
    listenToFieldInput(field),
    editor.camera.subscribe(field.place),
    generation.subscribe(field.place),
    onThemeChange(field.place),
    editor.workshop.shapes.subscribe((changed) => {
      if (changed.has(id)) field.show()
    }),
    editor.editing.subscribe(field.finish),
  ]
  field.show()
  elements.field.focus({ preventScroll: true })
  const end = field.content().text.length
  field.select({ anchor: end, focus: end })
  editor.field.set(field.format)
  return () => {
    for (const stop of stops) stop()
    if (editor.field.get() === field.format) editor.field.set(null)
  }
}

interface LiveField extends Field {
  show(): void
}

function createField(elements: FieldElements, { editor, id, onNextNote }: FieldOptions): LiveField {
  const { field: element } = elements
  const typing = beginTyping(editor, id)
  let content: Content = { text: '', marks: [] }
  let composing = false
  let next: FieldSelection | undefined
  let finished = false

  const shapeNow = (): Texted | undefined => {
    const shape = editor.workshop.shapes.get(id)
    return shape && hasText(shape) ? shape : undefined
  }

  function show(): void {
    const shape = shapeNow()
    if (!shape) return
    // In the middle of a composition the elements belong to the input method.
    if (composing) return place()
    const now = { text: shape.text, marks: shape.marks ?? [] }
    const before = document.activeElement === element ? readSelection(element) : undefined
    const follow = followEdit(content.text, now.text)
    const { direction, weight } = textBoxOf(shape)
    showParagraphs(element, { ...now, direction, weight }, editor.measure)
    const after = next ?? (before && { anchor: follow(before.anchor), focus: follow(before.focus) })
    content = now
    if (after && document.activeElement === element) writeSelection(element, after)
    place()
    field.format.report()
  }

  function place(): void {
    const shape = shapeNow()
    if (!shape) return
    const shown = composing ? { ...shape, text: textIn(element), marks: undefined } : shape
    placeField(editor, shown, boardTheme(), elements)
  }

  function run(typed: Typed | undefined): void {
    const change = typed && withinLimit(content.text, typed.change)
    if (!typed || !change) return
    const lost = length(typed.change) - length(change)
    const caret = Math.max(0, typed.caret - lost)
    next = { anchor: caret, focus: caret }
    typing(change)
    next = undefined
  }

  function takeOver(): void {
    const shape = shapeNow()
    const base = content
    const text = textIn(element)
    const caret = readSelection(element)?.focus
    distrustParagraphs(element)
    const edit = smallestEdit(base.text, text, caret)
    if (!shape || !edit) return show()
    // Others may have typed meanwhile: what was typed here goes where it belongs in what they left.
    const follow = followEdit(base.text, shape.text)
    const moved = { from: follow(edit.from), to: follow(edit.to), insert: edit.insert }
    const own = field.format.takeLook()
    const looking = lookingAlike(shape, moved)
    content = { text: shape.text, marks: shape.marks ?? [] }
    run({
      change: { edits: [own ? { ...looking, look: own } : looking] },
      caret: moved.from + moved.insert.length,
    })
  }

  const field: LiveField = {
    ...elements,
    editor,
    id,
    show,
    place,
    run,
    takeOver,
    onNextNote,
    content: () => content,
    selection: () => readSelection(element),
    select: (selection) => writeSelection(element, selection),
    compose(on) {
      composing = on
      if (!on) takeOver()
    },
    finish() {
      if (finished || composing || !shapeNow()) return
      finished = true
      const caret = readSelection(element)?.focus ?? content.text.length
      const marks = newLinks(content.text, content.marks, wordBefore(content.text, caret))
      if (marks.length > 0) typing({ edits: [], marks })
    },
    format: createFormat({
      id,
      content: () => content,
      selection: () => readSelection(element),
      change(change, selection) {
        next = selection
        typing(change)
        next = undefined
      },
      focus(at) {
        element.focus({ preventScroll: true })
        writeSelection(element, at)
      },
    }),
  }
  return field
}

const length = ({ edits }: TextChange): number => edits.reduce((sum, { insert }) => sum + insert.length, 0)

/** The change as far as the text stays within the longest a shape may hold. */
function withinLimit(text: string, change: TextChange): TextChange | undefined {
  const [first] = change.edits
  if (!first || text.length + length(change) <= MOST_TEXT) return change
  const room = MOST_TEXT - (text.length - (first.to - first.from))
  const insert = limitText(first.insert.slice(0, Math.max(0, room)))
  if (insert === '' && first.insert !== '') return undefined
  return { edits: [{ ...first, insert }] }
}
