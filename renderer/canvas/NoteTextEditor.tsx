import { useLayoutEffect, useRef, useSyncExternalStore, type ReactNode, type RefObject } from 'react'
import { matches, parseShortcut, type KeyPress, type Shortcut } from '../../shared/actions/shortcut.ts'
import type { ShapeId } from '../../shared/model/ids.ts'
import { frameOf, hasText, MOST_TEXT, textOf } from '../../shared/model/shape.ts'
import { textBoxOf } from '../../shared/scene/textBox.ts'
import { layOutText, LINE_HEIGHT } from '../../shared/scene/textLayout.ts'
import { TEXT_FAMILY } from '../../shared/scene/palette.ts'
import type { Store } from '../../shared/util/store.ts'
import { toScreen } from '../editor/camera.ts'
import type { Editor } from '../editor/editor.ts'
import { beginTyping } from '../editor/typing.ts'
import styles from './BoardCanvas.module.css'

interface NoteTextEditorProps {
  readonly editor: Editor
  /** Counts up when a font has arrived, which changes how the text is set. */
  readonly generation: Store<number>
  readonly label: string
  readonly onNextNote: () => void
  /** Gets the focus back when typing ends. */
  readonly canvas: RefObject<HTMLElement | null>
}

/** A text field laid exactly over the note that is being edited. Real DOM, so that IME, bidi and spelling just work. */
export function NoteTextEditor({ editor, ...props }: NoteTextEditorProps): ReactNode {
  const id = useSyncExternalStore(editor.editing.subscribe, editor.editing.get)
  return id === null ? null : <Field key={id} id={id} editor={editor} {...props} />
}

function Field({
  id,
  editor,
  generation,
  label,
  onNextNote,
  canvas,
}: NoteTextEditorProps & { readonly id: ShapeId }): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLTextAreaElement>(null)

  useLayoutEffect(() => {
    const [box, area] = [frame.current, field.current]
    if (!box || !area) return
    const place = () => placeOver(id, editor, box, area)
    const showText = () => {
      const shape = editor.workshop.shapes.get(id)
      const text = shape && textOf(shape)
      // In the middle of a composition the field belongs to the input method.
      if (text !== undefined && text !== area.value && area.dataset['composing'] === undefined)
        replaceText(area, text)
      place()
    }
    showText()
    area.focus({ preventScroll: true })
    area.setSelectionRange(area.value.length, area.value.length)
    const stops = [
      editor.camera.subscribe(place),
      generation.subscribe(place),
      editor.workshop.shapes.subscribe(showText),
    ]
    return () => stops.forEach((stop) => stop())
  }, [id, editor, generation])

  // In the same turn as the field appears: not one key press may get lost.
  useLayoutEffect(() => {
    const area = field.current
    const host = canvas.current
    if (!area) return
    const typing = beginTyping(editor, id)
    const stop = new AbortController()
    const options = { signal: stop.signal }
    const type = () => typing(area.value)
    area.addEventListener(
      'input',
      (event) => {
        // What an input method is still working on is shown, but not yet in the document.
        if (!(event instanceof InputEvent && event.isComposing)) type()
        else if (frame.current) placeOver(id, editor, frame.current, area)
      },
      options,
    )
    area.addEventListener('compositionstart', () => (area.dataset['composing'] = ''), options)
    area.addEventListener(
      'compositionend',
      () => {
        delete area.dataset['composing']
        type()
      },
      options,
    )
    area.addEventListener('blur', () => editor.editing.get() === id && editor.editing.set(null), options)
    return () => {
      stop.abort()
      if (document.activeElement === area || document.activeElement === document.body)
        host?.focus({ preventScroll: true })
    }
  }, [id, editor, canvas])

  return (
    <div ref={frame} className={styles['frame']}>
      <textarea
        ref={field}
        className={styles['field']}
        style={{ fontFamily: TEXT_FAMILY }}
        aria-label={label}
        maxLength={MOST_TEXT}
        rows={1}
        spellCheck={false}
        data-note-text
        onKeyDown={(event) => {
          const act = event.nativeEvent.isComposing ? undefined : actionOf(event)
          if (!act) return
          act(editor, onNextNote)
          event.preventDefault()
          event.stopPropagation()
        }}
        // The board's menu is about notes; here the right button is about words.
        onContextMenu={(event) => event.stopPropagation()}
      />
    </div>
  )
}

type KeyAction = (editor: Editor, onNextNote: () => void) => void

const KEYS: readonly (readonly [shortcut: Shortcut, act: KeyAction])[] = (
  [
    ['Escape', (editor) => editor.editing.set(null)],
    ['Tab', (_, onNextNote) => onNextNote()],
    ['Mod+Enter', (_, onNextNote) => onNextNote()],
    ['Mod+Z', (editor) => editor.workshop.history.undo()],
    ['Mod+Shift+Z', (editor) => editor.workshop.history.redo()],
    ['Mod+Y', (editor) => editor.workshop.history.redo()],
  ] as const satisfies readonly (readonly [string, KeyAction])[]
).map(([text, act]) => [parseShortcut(text), act])

/** Undo is the workshop's, not the field's: the field's own knows nothing of what others type. */
function actionOf(press: KeyPress): KeyAction | undefined {
  return KEYS.find(([shortcut]) => matches(press, shortcut, 'mac') || matches(press, shortcut, 'linux'))?.[1]
}

/** Sets the field's text size and place so that its lines fall where the canvas draws them. */
function placeOver(id: ShapeId, editor: Editor, frame: HTMLElement, area: HTMLTextAreaElement): void {
  const shape = editor.workshop.shapes.get(id)
  if (!shape || !hasText(shape)) return
  const { font, height } = layOutText({ ...textBoxOf(shape), text: area.value }, editor.measure)
  const { x, y, w, h } = frameOf(shape)
  const camera = editor.camera.get()
  const [left, top] = toScreen(camera, [x, y])
  frame.style.transform = `translate(${left}px, ${top}px) scale(${camera.zoom})`
  frame.style.width = `${w}px`
  frame.style.height = `${Math.max(height, h)}px`
  area.style.fontSize = `${font.size}px`
  area.style.height = '0'
  area.style.height = `${Math.max(area.scrollHeight, font.size * LINE_HEIGHT)}px`
}

/** Shows a text that came from elsewhere (undo, a peer) and keeps the cursor near where it was. */
function replaceText(area: HTMLTextAreaElement, text: string): void {
  const fromEnd = area.value.length - area.selectionEnd
  area.value = text
  const at = Math.max(0, text.length - fromEnd)
  area.setSelectionRange(at, at)
}
