import { matches, parseShortcut, type KeyPress, type Shortcut } from '../../../shared/actions/shortcut.ts'
import type { TextRange } from '../../../shared/model/markRuns.ts'
import type { Dispose } from '../../../shared/util/store.ts'
import { markerBefore, typeDelete, typeEnter, type TypedText } from '../../editor/textEdits.ts'
import { offsetOf } from './fieldSelection.ts'
import { listenToFieldClipboard, pasted } from './fieldClipboard.ts'
import type { Field } from './openTextField.ts'
import { rangeOf } from './paragraphElements.ts'

/**
 * Turns what is done in the field into edits. The browser never changes the elements by itself, with one exception:
 * while an input method composes, they are its own, and what it leaves is taken over when it is done.
 */
export function listenToFieldInput(field: Field): Dispose {
  const stop = new AbortController()
  const options = { signal: stop.signal }
  const { field: element, editor, id } = field

  element.addEventListener(
    'beforeinput',
    (event) => {
      if (event.isComposing || event.inputType.includes('Composition')) return
      event.preventDefault()
      onInput(field, event)
    },
    options,
  )
  element.addEventListener(
    'input',
    (event) => {
      if (!(event instanceof InputEvent && event.isComposing)) field.takeOver()
      else field.place()
    },
    options,
  )
  element.addEventListener('compositionstart', () => field.compose(true), options)
  element.addEventListener('compositionend', () => field.compose(false), options)
  element.addEventListener('keydown', (event) => onKeyDown(field, event), options)
  element.addEventListener('focus', () => field.format.restore(), options)
  element.addEventListener(
    'blur',
    ({ relatedTarget }) => {
      // What is about this text, such as the address of a link, may have the focus for a while.
      if (relatedTarget instanceof Element && isAboutText(relatedTarget)) return
      if (editor.editing.get() !== id) return
      field.finish()
      editor.editing.set(null)
    },
    options,
  )
  // The board's menu is about notes; here the right button is about words.
  element.addEventListener('contextmenu', (event) => event.stopPropagation(), options)
  document.addEventListener(
    'selectionchange',
    () => {
      if (document.activeElement === element) field.format.report()
    },
    options,
  )
  listenToFieldClipboard(field, options)
  return () => stop.abort()
}

/** In a panel such as the one for a link's address, or around it. */
const isAboutText = (element: Element): boolean =>
  element.closest('[data-about-text]') !== null || element.querySelector('[data-about-text]') !== null

/** The text with what is selected in it, or what the browser says an event is about. */
function typedIn(field: Field, range?: TextRange): TypedText {
  const selection = field.selection() ?? { anchor: 0, focus: 0 }
  return { ...field.content(), range: range ?? rangeOf(selection), look: field.format.takeLook() }
}

function onInput(field: Field, event: InputEvent): void {
  const range = targetOf(field, event)
  const { inputType: type } = event
  if (type === 'historyUndo') return field.editor.workshop.history.undo()
  if (type === 'historyRedo') return field.editor.workshop.history.redo()
  if (type === 'formatBold') return field.format.toggle('bold')
  if (type === 'formatItalic') return field.format.toggle('italic')
  if (type === 'insertParagraph' || type === 'insertLineBreak') return enter(field, range)
  if (type.startsWith('delete')) return remove(field, type, range)
  if (!type.startsWith('insert')) return
  const data = event.data ?? event.dataTransfer?.getData('text/plain')
  if (data !== undefined && data !== '') field.run(pasted(typedIn(field, range), data))
}

function targetOf({ field: element, selection }: Field, event: InputEvent): TextRange | undefined {
  const [target] = event.getTargetRanges()
  if (!target) {
    const now = selection()
    return now && rangeOf(now)
  }
  const from = offsetOf(element, target.startContainer, target.startOffset)
  const to = offsetOf(element, target.endContainer, target.endOffset)
  return rangeOf({ anchor: from, focus: to })
}

/** A title is one line: Enter is done with it. */
function enter(field: Field, range: TextRange | undefined): void {
  const shape = field.editor.workshop.shapes.get(field.id)
  if (shape?.kind === 'section') close(field)
  else field.run(typeEnter(typedIn(field, range)))
}

function remove(field: Field, type: string, range: TextRange | undefined): void {
  const typed = typedIn(field, range)
  const selection = field.selection()
  const collapsed = selection !== undefined && selection.anchor === selection.focus
  const marker =
    type === 'deleteContentBackward' && collapsed ? markerBefore(typed.text, selection.focus) : undefined
  field.run(typeDelete(typed, marker ?? typed.range))
}

function close(field: Field): void {
  field.finish()
  field.editor.editing.set(null)
}

function next(field: Field): void {
  const isNote = field.editor.workshop.shapes.get(field.id)?.kind === 'note'
  if (!isNote) return close(field)
  field.finish()
  field.onNextNote()
}

type KeyAction = (field: Field) => void

const KEYS: readonly (readonly [shortcut: Shortcut, act: KeyAction])[] = (
  [
    ['Escape', close],
    ['Tab', next],
    ['Mod+Enter', next],
    // Undo is the workshop's, not the field's: the field's own knows nothing of what others type.
    ['Mod+Z', ({ editor }) => editor.workshop.history.undo()],
    ['Mod+Shift+Z', ({ editor }) => editor.workshop.history.redo()],
    ['Mod+Y', ({ editor }) => editor.workshop.history.redo()],
    ['Mod+B', ({ format }) => format.toggle('bold')],
    ['Mod+I', ({ format }) => format.toggle('italic')],
    ['Mod+K', ({ format }) => format.setLinking(true)],
    ['Mod+Shift+7', ({ format }) => format.toggleList('numbers')],
    ['Mod+Shift+8', ({ format }) => format.toggleList('bullets')],
  ] as const satisfies readonly (readonly [string, KeyAction])[]
).map(([text, act]) => [parseShortcut(text), act])

function onKeyDown(field: Field, event: KeyboardEvent): void {
  if (event.isComposing) return
  const act = actionOf(event)
  if (!act) return
  event.preventDefault()
  event.stopPropagation()
  act(field)
}

function actionOf(press: KeyPress): KeyAction | undefined {
  return KEYS.find(([shortcut]) => matches(press, shortcut, 'mac') || matches(press, shortcut, 'linux'))?.[1]
}
